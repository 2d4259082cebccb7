import type { DisputeEntry, WhyEntry } from '../documents';
import { capital } from '../parts/names';
import { settledAlike } from './causes';

/** Beyond this the reasons are the shorter way to tell it. */
const mostWays = 2;

/** What brought about an answer that some places share and, where it cannot be told, what would settle it in all of them: in a few words, for the reasons are behind the answer. */
export function Reason({ whys, disputes }: { whys: readonly WhyEntry[]; disputes: readonly DisputeEntry[] }) {
  const ways = settledAlike(whys);
  const cause = whys[0]?.cause;
  const way = (names: readonly string[]) => names.map(name => settling(name, disputes)).join(' together with ');
  return (
    <>
      {cause !== undefined && <span class="cause">{capital(cause)}</span>}
      {ways.length > 0 && (
        <span class="cause">
          {ways.length <= mostWays ? `Would be settled by ${ways.map(way).join(', or by ')}` : `${ways.length} choices would each settle it`}
        </span>
      )}
    </>
  );
}

function settling(name: string, disputes: readonly DisputeEntry[]): string {
  const dispute = disputes.find(one => one.name === name);
  return dispute === undefined ? `whether the report ${name} is believed` : `an answer to “${dispute.title}”`;
}
