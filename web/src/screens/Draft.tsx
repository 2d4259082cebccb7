export function Draft(_: { own: Record<string, string> }) {
  return null;
}
