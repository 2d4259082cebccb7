import type { Question } from '../address';

export function Text(_: { question: Question; own: Record<string, string> }) {
  return null;
}
