import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Draws what it holds once it is near to what is seen; before, keeps about as much room. */
export function Near({ always, height, children }: { always: boolean; height: number; children: () => ComponentChildren }) {
  const own = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (always || isNear) {
      return undefined;
    }

    const watch = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && setNear(true), { rootMargin: '700px' });
    watch.observe(own.current!);
    return () => watch.disconnect();
  }, [always, isNear]);
  return always || isNear ? <>{children()}</> : <div ref={own} style={{ height: `${height}px` }} />;
}
