import type { Question } from '../address';

export function Verdicts(_: { question: Question; own: Record<string, string> }) {
  return null;
}
