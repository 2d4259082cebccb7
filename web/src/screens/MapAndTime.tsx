import type { Question } from '../address';

export function MapAndTime(_: { question: Question; own: Record<string, string> }) {
  return null;
}
