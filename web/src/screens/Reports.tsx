import type { Question } from '../address';

export function Reports(_: { question: Question; own: Record<string, string> }) {
  return null;
}
