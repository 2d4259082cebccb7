import type { ComponentChildren } from 'preact';
import { format, go, type Address } from '../address';

/** A link inside the page: a real address, followed without loading anew. `stay` keeps the place that one reads in view. */
export function Link({ to, current, stay, children, ...rest }: { to: Address; current?: boolean; stay?: boolean; class?: string; 'aria-label'?: string; children: ComponentChildren }) {
  return (
    <a
      {...rest}
      href={format(to)}
      aria-current={current === true ? 'page' : undefined}
      onClick={event => {
        if (!event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          go(to);
          if (stay !== true) {
            window.scrollTo(0, 0);
          }
        }
      }}
    >
      {children}
    </a>
  );
}

/** A link out of the page, to the address of a source. Whatever is no web address is shown as text. */
export function Outward({ address, children }: { address: string | undefined; children: ComponentChildren }) {
  if (address === undefined) {
    return <>{children}</>;
  }

  const host = hostOf(address);
  return host === undefined
    ? <>{children} ({address})</>
    : <a href={address} rel="noopener noreferrer" target="_blank">{children} <span class="host">({host}, opens in a new tab)</span></a>;
}

/** The host of a web address; undefined for any other kind of address. */
export function hostOf(address: string): string | undefined {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : undefined;
  } catch {
    return undefined;
  }
}
