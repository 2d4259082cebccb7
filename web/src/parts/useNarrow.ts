import { useEffect, useState } from 'preact/hooks';

/** As in the style sheets: below this a table is a list. */
const narrow = '(max-width: 46rem)';

/** Whether the window is as narrow as that of a phone. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const media = matchMedia(narrow);
    const turn = () => setNarrow(media.matches);
    turn();
    media.addEventListener('change', turn);
    return () => media.removeEventListener('change', turn);
  }, []);
  return isNarrow;
}
