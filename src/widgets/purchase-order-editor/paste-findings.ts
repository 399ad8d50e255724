import {isBlankLine, type DraftLine} from '../../orders/draft.ts';
import type {Known} from '../../orders/catalogue.ts';
import {sameLines} from '../../orders/paste-merge.ts';
import {isMissing, lineProblems} from '../../orders/problems.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorSession} from './editor-session.ts';
import {lineFieldId} from './grid-columns.ts';
import {shownField} from './line-view.ts';
import type {Done} from './paste.ts';

/** What there is to say of the lines that were pasted, by what is wrong with them. */
export interface PasteCounts {
  readonly first: string | undefined;
  readonly codes: ReadonlyMap<string, number>;
  /** Items that are in more than once. */
  readonly twice: number;
}

/** How long the user pauses before pasted lines are counted anew, in milliseconds. */
const PAUSE = 300;

/** What is wrong with the lines that were pasted. */
export class PasteFindings {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  #counted: {done: Done; lines: readonly DraftLine[]; counts: PasteCounts} | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PortalElement, session: EditorSession) {
    this.#host = host;
    this.#session = session;
  }

  /** More is known of items than when it was counted. */
  forget(): void {
    this.#counted = undefined;
  }

  /** Counted anew once the user pauses: a key costs one line, however many were pasted. */
  of(done: Done): PasteCounts {
    const {lines} = this.#session.draft;
    const known = this.#counted;
    if (known?.done === done && (known.lines === lines || lines.length === known.lines.length)) {
      if (known.lines !== lines) this.#countSoon();
      return known.counts;
    }
    const counts = this.count(done);
    this.#counted = {done, lines, counts};
    return counts;
  }

  #countSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#counted = undefined;
      this.#host.requestUpdate();
    }, PAUSE);
  }

  /** What there is to say of them now. */
  count({keys}: Done): PasteCounts {
    const {draft, items} = this.#session;
    const {catalogue} = items;
    const codes = new Map<string, number>();
    let first: string | undefined;
    for (const line of draft.lines) {
      if (!keys.has(line.key) || isBlankLine(line)) continue;
      for (const [field, code] of lineProblems(line, draft.separators)) {
        if (isMissing({code}) && code !== 'variant-missing') continue;
        const name = code === 'item-unknown' ? unfound(catalogue?.known(line.search)?.status) : code;
        codes.set(name, (codes.get(name) ?? 0) + 1);
        first ??= lineFieldId(line.key, shownField(line, field));
      }
    }
    return {first, codes, twice: this.twice(keys).length};
  }

  /** Lines of the same item, of which one was pasted. */
  twice(keys: ReadonlySet<string>): DraftLine[][] {
    const {lines, separators} = this.#session.draft;
    return sameLines(lines, separators).filter((group) => group.some(({key}) => keys.has(key)));
  }
}

/** What is known of an item that a line does not have. */
function unfound(status: Known['status'] | undefined): string {
  if (status === 'unknown') return 'item-unknown';
  return status === 'error' ? 'item-unchecked' : 'item-open';
}
