import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { changes, waiting } from '../server';

const said = signal('');

/** Says aloud and shows when something changed on the server, once everything on the page has been asked for again. */
export function Changed() {
  const turn = changes.value;
  const isBusy = waiting.value > 0;
  useEffect(() => {
    if (turn > 0 && !isBusy) {
      const at = new Date();
      said.value = `The agreements changed at ${two(at.getHours())}:${two(at.getMinutes())}; what is shown is up to date.`;
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
