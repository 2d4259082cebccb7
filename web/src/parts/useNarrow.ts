import { useEffect, useState } from 'preact/hooks';

const query = '(max-width: 46rem)';

/** True on a phone, where one thing stands below the other. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query), tell = () => setNarrow(list.matches);
    list.addEventListener('change', tell);
    tell();
    return () => list.removeEventListener('change', tell);
  }, []);
  return isNarrow;
}
