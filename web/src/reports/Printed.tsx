import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { day } from '../parts/calendar';
import { capital, listed } from '../parts/names';
import { dayTold, saidWords, type Item, type Shelf } from './list';
import { gradeWords } from './words';

/** A browser lays out no more in reasonable time, and nobody reads more on paper. */
export const mostPrinted = 2000;

interface About { title: string; described: readonly string[]; knownOn: string | undefined }

/** On paper the whole list stands, not only what is near the window: it is put into the page when the browser begins to print, and taken out afterwards. */
export function usePrinted(found: readonly Item[], shelf: Shelf, about: About): void {
  const latest = useRef({ found, shelf, about });
  latest.current = { found, shelf, about };
  useEffect(() => {
    const root = document.createElement('div');
    root.className = 'printed';
    const begin = () => {
      document.querySelector('.reports')?.append(root);
      render(<Printed {...latest.current} />, root);
    };
    const end = () => {
      render(null, root);
      root.remove();
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      end();
    };
  }, []);
}

function Printed({ found, shelf, about }: { found: readonly Item[]; shelf: Shelf; about: About }) {
  return (
    <>
      <p>
        {about.title}: {found.length.toLocaleString('en')} {found.length === 1 ? 'report or position' : 'reports and positions'}{about.described.length > 0 && `, only those ${listed(about.described)}`}
        {about.knownOn !== undefined && `, as known on ${day(about.knownOn)}`}.
        {found.length > mostPrinted && ` The first ${mostPrinted.toLocaleString('en')} are printed; as CSV or JSON there are all.`}
      </p>
      <table>
        <thead><tr><th>said</th><th>what is on file</th><th>by, and how we have it</th><th>source</th></tr></thead>
        <tbody>
          {found.slice(0, mostPrinted).map(item => {
            const source = item.report ?? item.position;
            return (
              <tr key={item.key}>
                <td>{item.saidHow === 'not on file' ? `of ${day(dayTold(item))}; when it was said is not on file` : saidWords(item, day)}</td>
                <td>
                  {item.supposed && <b>Supposed, not on file: </b>}{capital(item.says)}
                  {item.report !== undefined && <> <code>{item.report.name}</code></>}
                  {item.contestedBy.length > 0 && <><br />Contested by {listed(item.contestedBy.map(shelf.partyTitle))}</>}
                </td>
                <td>{capital(shelf.partyTitle(item.by))}{item.grade.length > 0 && <><br />{gradeWords(item.grade)}</>}</td>
                <td>{source?.title}{source?.address !== undefined && <><br />{source.address}</>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
