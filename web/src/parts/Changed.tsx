import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { changes, news, waiting } from '../server';

const said = signal('');

/** Says aloud and shows when something changed on the server, or the server is back, once everything on the page has been asked for again. */
export function Changed() {
  const turn = changes.value;
  const isBusy = waiting.value > 0;
  useEffect(() => {
    if (news.value !== undefined && !isBusy) {
      const at = new Date();
      said.value = `${news.value === 'changed' ? 'The agreements changed' : 'The server is back since'} ${news.value === 'changed' ? 'at ' : ''}${two(at.getHours())}:${two(at.getMinutes())}; what is shown is up to date.`;
      news.value = undefined;
    }
  }, [turn, isBusy]);
  return (
    <div class="changed">
      <p role="status">{said.value}</p>
      {said.value.length > 0 && <button type="button" onClick={() => (said.value = '')}>Understood</button>}
    </div>
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
