import { wayKey, type Choice } from './choices';

/**
 * What a person did last, for where the focus goes: `wanted` when a cell was opened, so that its reasons take the focus (not when the page
 * comes with one open); `pressed` is the way that was pressed among the reasons, which keeps the focus wherever it stands in the new ones, and
 * `ways` are all that were. `from` is what opened the reasons, and how far down the window it stood, so that closing leads back to where one was.
 */
export const opening: { wanted: boolean; pressed: string | undefined; ways: (readonly Choice[])[]; from: { button: HTMLElement; top: number } | undefined } = { wanted: false, pressed: undefined, ways: [], from: undefined };

/** Remembers a way that is pressed, to be tried or taken back. */
export function pressing(choices: readonly Choice[]): void {
  const key = wayKey(choices);
  opening.pressed = key;
  opening.ways = [...opening.ways.filter(way => wayKey(way) !== key), choices];
}

/** The button of the way that was pressed, among new reasons. */
export function pressedIn(reasons: HTMLElement): HTMLElement | undefined {
  return [...reasons.querySelectorAll<HTMLElement>('[data-way]')].find(button => button.dataset['way'] === opening.pressed);
}

/** Remembers what opens an answer. */
export function openedBy(button: HTMLElement): void {
  opening.wanted = true;
  opening.from = { button, top: button.getBoundingClientRect().top };
}

/** Closes the reasons, and puts the focus back on what opened them, where it stood in the window; on the answer's own button when that is gone. */
export function closing(close: () => void): void {
  const from = opening.from;
  const cell = openCell();
  opening.from = undefined;
  close();
  // What was pressed is in the page still, or not, once this is drawn.
  requestAnimationFrame(() => {
    if (from?.button.isConnected === true) {
      window.scrollBy(0, from.button.getBoundingClientRect().top - from.top);
      from.button.focus({ preventScroll: true });
    } else {
      cell?.focus();
    }
  });
}

function openCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.cell[aria-expanded="true"]');
}

/** Brings an answer that was opened and its reasons into view together; where there is no room for both, the reasons. */
export function bringIntoView(reasons: HTMLElement): void {
  const cell = openCell();
  if (cell === null) {
    reasons.scrollIntoView({ block: 'start' });
    return;
  }

  const isBeside = cell.getBoundingClientRect().right <= reasons.getBoundingClientRect().left;
  if (isBeside) {
    cell.scrollIntoView({ block: isInView(cell) ? 'nearest' : 'center' });
    if (!isInView(reasons.querySelector('header') ?? reasons)) {
      reasons.scrollIntoView({ block: 'nearest' });
    }
    return;
  }

  const fits = reasons.getBoundingClientRect().top - cell.getBoundingClientRect().top < window.innerHeight / 2;
  (fits ? cell : reasons).scrollIntoView({ block: 'start' });
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
