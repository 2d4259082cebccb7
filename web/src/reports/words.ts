/** How we have a report, in words. */
const grades: Record<string, string> = {
  inspection: 'finding of an inspection',
  official: 'official document',
  'own statement': 'its own statement',
  press: 'press report',
  recalled: 'recalled, not read again at the source',
};

export function gradeWords(grade: string): string {
  return grades[grade] ?? grade;
}

/** What sort of sentence something on file is, in words. */
const kinds: Record<string, string> = {
  state: 'that something was so',
  event: 'that something happened',
  attribute: 'a property of a model',
  end: 'that something ended',
  'access denied': 'that access was denied',
  log: 'that a log is complete',
  correction: 'a correction',
  position: 'a position',
  contest: 'a report contested',
};

export function kindWords(kind: string): string {
  return kinds[kind] ?? kind;
}
