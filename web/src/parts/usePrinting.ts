import { signal } from '@preact/signals';

/** True while the page is printed, so that what is folded or far away is drawn, too. */
const isPrinting = signal(false);

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => {
    isPrinting.value = true;
  });
  window.addEventListener('afterprint', () => {
    isPrinting.value = false;
  });
}

export function usePrinting(): boolean {
  return isPrinting.value;
}
