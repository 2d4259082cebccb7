import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NameEntry } from '../documents';
import { capital } from '../parts/names';

interface Shown { name: number; left: number; top: number }

/** Shows what a name means while it is hovered or has the focus. It stays while the pointer is over it, and goes with Escape. */
export function Defining({ names, children }: { names: readonly NameEntry[]; children: ComponentChildren }) {
  const [shown, setShown] = useState<Shown>();
  const leaving = useRef<number | undefined>(undefined);
  const told = useRef<Element | undefined>(undefined);
  const stay = () => window.clearTimeout(leaving.current);
  const leave = () => {
    stay();
    leaving.current = window.setTimeout(() => setShown(undefined), 200);
  };
  const show = (event: Event) => {
    const use = event.target instanceof Element ? event.target.closest('[data-name]') : null;
    if (use === null) {
      return;
    }

    stay();
    told.current?.removeAttribute('aria-describedby');
    told.current = use;
    use.setAttribute('aria-describedby', 'definition');
    setShown(below(use));
  };
  useEffect(() => {
    const hide = (event: KeyboardEvent) => event.key === 'Escape' && setShown(undefined);
    // Tab brings what it comes to into view, so what is shown goes along, and away only when its name is out of view.
    const away = () => setShown(shown => {
      const box = shown === undefined ? undefined : told.current?.getBoundingClientRect();
      return told.current === undefined || box === undefined || box.bottom < 0 || box.top > window.innerHeight ? undefined : below(told.current);
    });
    document.addEventListener('keydown', hide);
    window.addEventListener('scroll', away, { passive: true });
    return () => {
      stay();
      document.removeEventListener('keydown', hide);
      window.removeEventListener('scroll', away);
    };
  }, []);

  const entry = shown === undefined ? undefined : names[shown.name];
  return (
    <div onMouseOver={show} onMouseOut={leave} onFocusIn={show} onFocusOut={leave}>
      {children}
      {shown !== undefined && entry !== undefined && (
        <div class="definition" id="definition" role="tooltip" style={{ left: `${shown.left}px`, top: `${shown.top}px` }} onMouseOver={stay} onMouseOut={leave}>
          <p><b>{entry.title.length > 0 ? capital(entry.title) : entry.name}</b> <span class="note">{entry.sort} <code>{entry.name}</code></span></p>
          {entry.says !== undefined && entry.says !== entry.title && <p>{entry.says}</p>}
        </div>
      )}
    </div>
  );
}

/** Right below the name that is meant, within the window. */
function below(use: Element): Shown {
  const box = use.getBoundingClientRect();
  const width = Math.min(352, window.innerWidth - 24);
  return { name: Number(use.getAttribute('data-name')), left: Math.max(12, Math.min(box.left, window.innerWidth - width - 12)), top: box.bottom + 4 };
}
