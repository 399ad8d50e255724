import type {PortalConnection} from '../portal/connection.ts';
import type {Document} from '../portal/contract/documents.ts';
import type {Calculation, RepeatProposal} from '../portal/contract/orders.ts';
import {calculate, get, repeat} from '../portal/documents.ts';
import {PortalError} from '../portal/errors.ts';
import {estimateLine, type CurrencyDigits, type LineEstimate} from './amounts.ts';
import {Catalogue} from './catalogue.ts';
import {fromInput} from './from-portal.ts';
import {compare, isLeftOut, type RepeatChange, type RepeatedLine} from './repeat.ts';

/** A line of an earlier document with all that is known of ordering it again. */
export interface RepeatableLine extends RepeatedLine {
  /** Whether the portal proposes it, and its catalogue has it. */
  readonly isOrderable: boolean;
  /** What it will cost: as the portal says, else as its catalogue has it. */
  readonly cost: LineEstimate;
  /** What the portal says of it that is no difference. */
  readonly issues: Calculation['issues'];
}

/** An earlier document beside what can be ordered of it now. */
export interface Repeatable {
  /** With all of its lines. */
  readonly document: Document;
  readonly proposal: RepeatProposal;
  readonly lines: readonly RepeatableLine[];
  /** What differs and concerns no line. */
  readonly changes: readonly RepeatChange[];
  /** The portal's prices for the whole proposal; undefined where they could not be had. */
  readonly calculation: Calculation | undefined;
  readonly catalogue: Catalogue;
}

/** More pages than this no order has. */
const PAGES = 100;

/** Asks what can be ordered again of a document. Creates nothing. Throws a `PortalError`. */
export async function loadRepeatable(
  portal: PortalConnection,
  {type, id}: {type: string; id: string},
  {digits, signal}: {digits: CurrencyDigits; signal: AbortSignal},
): Promise<Repeatable> {
  const {documents} = (await portal.membership({signal})).capabilities;
  const allowed = Object.hasOwn(documents, type) ? (documents[type] ?? []) : [];
  if (!allowed.includes('repeat')) throw new PortalError('forbidden');
  const [proposal, document] = await Promise.all([
    repeat(portal, type, id, {signal}),
    readWhole(portal, {type, id}, signal),
  ]);
  const catalogue = new Catalogue(portal);
  const [calculation] = await Promise.all([
    price(portal, type, proposal, signal),
    catalogue.resolve(
      proposal.draft.lines.map(({itemNumber}) => itemNumber),
      {signal},
    ),
  ]);
  const {lines, changes} = compare(document.lines, proposal);
  const known = {catalogue, calculation, issues: issuesByLine(calculation), digits};
  return {
    document,
    proposal,
    lines: lines.map((line) => judge(line, known)),
    changes,
    calculation,
    catalogue,
  };
}

/** The portal's prices. Without them there are those of the catalogue; who is signed out, though, has those neither. */
async function price(
  portal: PortalConnection,
  type: string,
  {draft}: RepeatProposal,
  signal: AbortSignal,
): Promise<Calculation | undefined> {
  if (draft.lines.length === 0) return undefined;
  return calculate(portal, type, draft, {signal}).catch((thrown: unknown) => {
    if (signal.aborted || PortalError.from(thrown).kind === 'signed-out') throw thrown;
    return undefined;
  });
}

function judge(
  line: RepeatedLine,
  {
    catalogue,
    calculation,
    issues,
    digits,
  }: {
    catalogue: Catalogue;
    calculation: Calculation | undefined;
    issues: ReadonlyMap<number, Calculation['issues']>;
    digits: CurrencyDigits;
  },
): RepeatableLine {
  const {now, index} = line;
  const isKnown = catalogue.known(now?.itemNumber ?? '')?.status !== 'unknown';
  const priced = index === undefined ? undefined : calculation?.lines[index];
  const separators = {decimal: '.', group: ''};
  const typed = now && fromInput({lines: [now], submit: false}, catalogue, separators).lines[0];
  return {
    ...line,
    isOrderable: isKnown && !isLeftOut(line),
    cost:
      priced?.lineAmount === undefined
        ? typed
          ? estimateLine(typed, separators, digits)
          : {}
        : {
            amount: priced.lineAmount,
            ...(priced.unitPrice === undefined ? {} : {unitPrice: priced.unitPrice}),
            ...(calculation?.currency === undefined ? {} : {currency: calculation.currency}),
          },
    issues: (index === undefined ? undefined : issues.get(index)) ?? [],
  };
}

function issuesByLine(calculation: Calculation | undefined): ReadonlyMap<number, Calculation['issues']> {
  const byLine = new Map<number, Calculation['issues']>();
  for (const issue of calculation?.issues ?? []) {
    const [, line] = /^#?\/(?:draft\/)?lines\/(\d+)(?:\/|$)/.exec(issue.pointer) ?? [];
    if (line === undefined) continue;
    const known = byLine.get(Number(line));
    if (known) known.push(issue);
    else byLine.set(Number(line), [issue]);
  }
  return byLine;
}

/** The document with all of its lines. */
async function readWhole(
  portal: PortalConnection,
  {type, id}: {type: string; id: string},
  signal: AbortSignal,
): Promise<Document> {
  const {document} = await get(portal, type, id, {signal});
  const lines = [...document.lines];
  let {linesNext: linesCursor} = document;
  for (let page = 0; linesCursor && page < PAGES; page++) {
    const {document: more} = await get(portal, type, id, {signal, linesCursor});
    lines.push(...more.lines);
    linesCursor = more.linesNext;
  }
  return {...document, lines};
}
