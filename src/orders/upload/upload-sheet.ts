import type {Item} from '../../portal/contract/catalog.ts';
import type {Catalogue} from '../catalogue.ts';
import {parseQuantity, typeDecimal, type Separators} from '../decimals.ts';
import {Memo} from '../memo.ts';
import type {Stepwise} from '../slices.ts';
import {walkProblems, type UploadPlace} from './problem-walk.ts';
import {restTable, type RestTable} from './rest-table.ts';
import {mergedRows, sameRows} from './same-rows.ts';
import {RowBook, type Decision, type Entry, type UploadCounts, type UploadState} from './row-book.ts';
import {RowItems, type UploadResolveOptions} from './row-items.ts';
import {RowList, type UploadFilter} from './row-list.ts';
import {
  joinedOrder,
  ordersOf,
  referenceOf,
  type JoinedOrder,
  type RowOrder,
  type UploadObjection,
} from './row-orders.ts';
import type {UploadProblem, UploadWarning} from './row-problems.ts';
import {reviveSnapshot, snapshotOf, type KeptRow, type RowSnapshot, type Taken} from './sheet-snapshot.ts';
import {allFields, type TemplateField, type UploadField} from './template-fields.ts';
import {UploadHistory, type RowChange, type RowVersion, type UploadStep} from './upload-history.ts';
import {withChosen, withQuantity, withText, type UploadRow} from './upload-row.ts';

/** What the rows of a file are mended with. */
export interface UploadSheetOptions {
  readonly fields: readonly TemplateField[];
  /** How quantities are typed. */
  readonly separators: Separators;
  /** Without it no item is looked up, and no row is ever ready. */
  readonly catalogue?: Catalogue | undefined;
  /** Called after every change, and when more is known of items. */
  readonly onChange?: (() => void) | undefined;
}

/** Rows that are kept together: a change writes no others. */
const PART = 50;

/** Rows that were changed together; `field` where it was one field of one row. */
export interface UploadChange {
  readonly keys: readonly string[];
  readonly field?: UploadField | undefined;
}

/** The rows of a file while they are mended, up to the orders that they become. A change costs its own rows and no others. */
export class UploadSheet {
  readonly #fields: readonly TemplateField[];
  readonly #catalogue: Catalogue | undefined;
  readonly #onChange: () => void;
  readonly #history = new UploadHistory();
  readonly #taken = new Map<string, Taken>();
  readonly #parts = new Map<
    number,
    {readonly entries: readonly Entry[]; readonly rows: readonly RowSnapshot[]}
  >();
  #separators: Separators;
  readonly #book: RowBook;
  readonly #list: RowList;
  readonly #items: RowItems;
  readonly #rows = new Memo<readonly UploadRow[]>();
  readonly #orders = new Memo<readonly RowOrder[]>();
  readonly #same = new Memo<readonly (readonly UploadRow[])[]>();

  private constructor(rows: RowBook, {fields, separators, catalogue, onChange}: UploadSheetOptions) {
    this.#fields = fields;
    this.#separators = separators;
    this.#catalogue = catalogue;
    this.#onChange = onChange ?? (() => undefined);
    this.#book = rows;
    this.#items = new RowItems(rows, catalogue, this.#onChange);
    this.#list = new RowList(rows);
  }

  /** A sheet of rows that were read. Those of `leftOut`, by their keys, are left out to begin with. */
  static *of(
    rows: readonly UploadRow[],
    options: UploadSheetOptions,
    leftOut: readonly string[] = [],
  ): Stepwise<UploadSheet> {
    const isLeftOut = new Set(leftOut);
    const all = rows.map((row): KeptRow => ({row, ...(isLeftOut.has(row.key) && {decision: 'left-out'})}));
    return yield* UploadSheet.#made(all, options);
  }

  /** Rows as they were kept by their parts; undefined where that cannot be read. What can be undone is not kept. */
  static *fromSnapshot(
    value: unknown,
    rest: Pick<UploadSheetOptions, 'catalogue' | 'onChange'>,
  ): Stepwise<UploadSheet | undefined> {
    const kept = yield* reviveSnapshot(value);
    return kept && (yield* UploadSheet.#made(kept.rows, {...rest, ...kept}));
  }

  static *#made(rows: readonly KeptRow[], options: UploadSheetOptions): Stepwise<UploadSheet> {
    const {fields, separators, catalogue} = options;
    const book = new RowBook({fields: allFields(fields), separators}, catalogue);
    const sheet = new UploadSheet(book, options);
    for (const {row, decision, taken} of rows) {
      book.add(row, decision);
      if (taken) sheet.#taken.set(row.key, taken);
      // Found here they cost a slice what all of them together would cost the first drawing.
      void book.entry(row.key)?.warnings;
      yield;
    }
    return sheet;
  }

  /** How many parts the rows have, where they are kept in parts. */
  get partCount(): number {
    return Math.ceil(this.total / PART);
  }

  /** The rows of one part as plain data; the same array while none of them has changed. */
  part(index: number): readonly RowSnapshot[] {
    const entries = this.#book.entries.slice(index * PART, (index + 1) * PART);
    const known = this.#parts.get(index);
    if (known && entries.every((entry, at) => entry === known.entries[at])) return known.rows;
    const rows = entries.map(({row, decision}) => snapshotOf({row, decision, taken: this.takenAs(row.key)}));
    this.#parts.set(index, {entries, rows});
    return rows;
  }

  /** The fields of the template. */
  get fields(): readonly TemplateField[] {
    return this.#fields;
  }

  /** How quantities are typed. */
  get separators(): Separators {
    return this.#separators;
  }

  /** All rows in the order of the file; the same array while nothing has changed. */
  get rows(): readonly UploadRow[] {
    return this.#rows.of(this.#book.version, () => this.#book.entries.map(({row}) => row));
  }

  /** How many rows the file had. */
  get total(): number {
    return this.#book.entries.length;
  }

  /** How many rows are in each state; they add up to `total`. */
  get counts(): UploadCounts {
    return this.#book.counts;
  }

  /** The row of that key. */
  row(key: string): UploadRow | undefined {
    return this.#book.entry(key)?.row;
  }

  /** How far a row is; `left-out` where there is none. */
  stateOf(key: string): UploadState {
    return this.#book.entry(key)?.state ?? 'left-out';
  }

  /** Where a row has gone; undefined where it is still here. */
  takenAs(key: string): Taken | undefined {
    return this.stateOf(key) === 'taken' ? this.#taken.get(key) : undefined;
  }

  /**
   * The rows that a filter lets through, the same array while nothing has changed. A row that it has let through stays when it
   * is mended, until there is another filter, `refilter` or `take`.
   */
  visible(filter: UploadFilter): readonly UploadRow[] {
    return this.#list.rows(filter);
  }

  /** Lets the rows go that a filter would not let through any more. */
  refilter(): void {
    this.#list.forget();
    this.#onChange();
  }

  /** What keeps a row from being ordered, in the order of the fields. */
  problemsOf(key: string): readonly UploadProblem[] {
    return this.#book.entry(key)?.problems ?? [];
  }

  /** What is worth knowing of a row and keeps it from nothing. */
  warningsOf(key: string): readonly UploadWarning[] {
    return this.#book.entry(key)?.warnings ?? [];
  }

  /** Types a text into a field. What it stands for, where it is an item, says `resolve`: once the field is left. */
  change(key: string, field: UploadField, text: string): void {
    this.#changeRow(key, field, (row) => withText(row, field, text));
  }

  /** Gives a row an item that was chosen from a list. */
  chooseItem(key: string, item: Item): void {
    this.#catalogue?.learn(item);
    this.#changeRow(key, 'item', (row) => withChosen(row, item));
  }

  /** Leaves rows out of all orders; they stay in the rest. */
  leaveOut(keys: Iterable<string>): void {
    this.#decide(keys, 'left-out', ({decision}) => decision === undefined);
  }

  /** Takes rows back that were left out. */
  putBack(keys: Iterable<string>): void {
    this.#decide(keys, undefined, ({decision}) => decision === 'left-out');
  }

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  /** Whether there is something to do again. */
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Undoes the last step and says what it was; undefined without one. Steps of rows that were taken since are passed over. */
  undo(): UploadChange | undefined {
    return this.#replay(
      () => this.#history.back(),
      ({before}) => before,
    );
  }

  /** Does again what was undone last. */
  redo(): UploadChange | undefined {
    return this.#replay(
      () => this.#history.forth(),
      ({after}) => after,
    );
  }

  /** Looks up the items of the rows that have none yet, those that could not be looked up among them. Never rejects. */
  async resolve(options: UploadResolveOptions = {}): Promise<void> {
    await this.#items.resolve(options);
  }

  /** The field with a problem behind that place, the first one without a place or behind the last; undefined without any. */
  nextProblem(after?: UploadPlace): UploadPlace | undefined {
    return this.#problem(after, 1);
  }

  /** The field with a problem before that place, the last one without a place or before the first. */
  previousProblem(before?: UploadPlace): UploadPlace | undefined {
    return this.#problem(before, -1);
  }

  /** Notes what a portal has said of rows; each goes when its field changes. */
  object(problems: Iterable<UploadObjection>): void {
    for (const {key, field, detail, code = 'order-rejected'} of problems)
      this.#book.object(key, field, {code, detail});
    this.#onChange();
  }

  /** Whether a portal has refused a row as it is. */
  isRefused(key: string): boolean {
    return this.#book.entry(key)?.isRefused ?? false;
  }

  /** Forgets what a portal has said of rows: it may say something else by now. */
  forgetObjections(): void {
    this.#book.forgetObjections();
    this.#onChange();
  }

  /** Ready rows of one reference that order the same, each group in the order of the file. */
  same(): readonly (readonly UploadRow[])[] {
    return this.#same.of(this.#book.version, () => sameRows(this.#readyRows(), this.#separators));
  }

  /** Makes one row of each group of `same`: the first takes what all order, the others are `merged`. It can be undone. */
  merge(groups: readonly (readonly UploadRow[])[]): void {
    const ready = groups.map((group) => group.flatMap(({key}) => this.row(key) ?? []));
    const whole = ready.filter((rows) => rows.every(({key}) => this.stateOf(key) === 'ready'));
    this.#do(mergedRows(whole, this.#separators));
  }

  /** The ready rows as orders, one for each reference; the same array while nothing has changed. */
  orders(): readonly RowOrder[] {
    return this.#orders.of(this.#book.version, () => ordersOf(this.#readyRows(), this.#separators));
  }

  /** All ready rows as one order. */
  asOneOrder(): JoinedOrder {
    return joinedOrder(this.#readyRows(), this.#separators);
  }

  /** How many rows of a reference are not ready yet, of each that has such rows: they would be missing in its order. */
  missing(): ReadonlyMap<string, number> {
    const missing = new Map<string, number>();
    for (const {state, row} of this.#book.entries) {
      if (state !== 'wrong' && state !== 'pending') continue;
      const reference = referenceOf(row);
      missing.set(reference, (missing.get(reference) ?? 0) + 1);
    }
    return missing;
  }

  /** Notes that rows have become an order: they are done, and cannot be taken back. */
  take(keys: Iterable<string>, what: Taken): void {
    for (const key of keys) {
      this.#taken.set(key, what);
      this.#book.decide(key, 'taken');
    }
    this.refilter();
  }

  /**
   * The rest, all that was neither taken nor merged, as a file that can be mended and uploaded again: the template's fields and a last column named `problemHeader`
   * with what `describe` says of each row. What was not changed says what it said in the file. `isWanted` chooses among the rows.
   */
  restTable(
    problemHeader: string,
    describe: (key: string) => string,
    isWanted: (row: UploadRow) => boolean = () => true,
  ): RestTable {
    const rest = this.#book.entries.filter(({state}) => state !== 'taken' && state !== 'merged');
    const rows = rest.map(({row}) => row).filter(isWanted);
    return restTable(rows, this.#fields, this.#separators, {header: problemHeader, describe});
  }

  /** Types quantities in other separators: the user has changed the language. What was done before cannot be undone any more. */
  retype(separators: Separators): void {
    const {decimal, group} = this.#separators;
    if (decimal === separators.decimal && group === separators.group) return;
    const retyped = (quantity: string) => {
      const {value} = parseQuantity(quantity, this.#separators);
      return value === undefined ? quantity : typeDecimal(value, separators);
    };
    const rows = this.rows.map((row) => withQuantity(row, retyped));
    this.#separators = separators;
    this.#history.clear();
    this.#book.rejudge(rows, {fields: allFields(this.#fields), separators});
    this.#onChange();
  }

  #changeRow(key: string, field: UploadField, change: (row: UploadRow) => UploadRow): void {
    const entry = this.#book.entry(key);
    if (!entry || entry.decision === 'taken' || entry.decision === 'merged') return;
    const row = change(entry.row);
    if (row !== entry.row) this.#do(new Map([[key, {row, decision: entry.decision}]]), field);
  }

  #decide(keys: Iterable<string>, decision: Decision | undefined, isMeant: (entry: Entry) => boolean): void {
    const step = new Map<string, RowVersion>();
    for (const key of keys) {
      const entry = this.#book.entry(key);
      if (entry && isMeant(entry)) step.set(key, {row: entry.row, decision});
    }
    this.#do(step);
  }

  #do(versions: ReadonlyMap<string, RowVersion>, field?: UploadField): void {
    const rows = new Map<string, RowChange>();
    for (const [key, after] of versions) {
      const entry = this.#book.entry(key);
      if (entry) rows.set(key, {before: {row: entry.row, decision: entry.decision}, after});
    }
    if (rows.size === 0) return;
    this.#history.note({field, rows});
    this.#write(versions);
    this.#tell([...rows.keys()], field);
  }

  #replay(
    next: () => UploadStep | undefined,
    side: (change: RowChange) => RowVersion,
  ): UploadChange | undefined {
    const isTaken = (step: UploadStep) => [...step.rows.keys()].some((key) => this.stateOf(key) === 'taken');
    let step = next();
    // Of rows that were merged none comes back while what they have become is ordered.
    while (step && isTaken(step)) step = next();
    if (!step) return undefined;
    this.#write(new Map(Array.from(step.rows, ([key, change]) => [key, side(change)])));
    // More may be known of an item than then.
    for (const key of step.rows.keys()) this.#items.find(key);
    return this.#tell([...step.rows.keys()], step.field);
  }

  #write(versions: ReadonlyMap<string, RowVersion>): void {
    for (const [key, {row, decision}] of versions) {
      this.#book.set(row);
      this.#book.decide(key, decision);
    }
  }

  #tell(keys: readonly string[], field: UploadField | undefined): UploadChange {
    this.#onChange();
    return {keys, ...(field && {field})};
  }

  #problem(from: UploadPlace | undefined, step: 1 | -1): UploadPlace | undefined {
    const entry = from && this.#book.entry(from.key);
    const {entries, order} = this.#book;
    return walkProblems(entries, order, entry && {entry, field: from.field}, step);
  }

  #readyRows(): UploadRow[] {
    return this.#book.entries.flatMap(({state, row}) => (state === 'ready' ? [row] : []));
  }
}
