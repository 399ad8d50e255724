import type {TemplateResult} from 'lit';
import {separators} from '../../locales/formats.ts';
import type {ColumnAnswers} from '../../orders/column-readings.ts';
import type {FileContent, FileEncoding} from '../../orders/files/file-content.ts';
import type {Separators} from '../../orders/decimals.ts';
import {inSlices} from '../../orders/slices.ts';
import {
  applyMapping,
  guessColumns,
  rememberMapping,
  reviveMapping,
  type ColumnGuess,
  type ColumnMapping,
} from '../../orders/upload/column-mapping.ts';
import {readRows, type ReadRows} from '../../orders/upload/read-rows.ts';
import {templateFields, type TemplateField, type UploadField} from '../../orders/upload/template-fields.ts';
import type {UploadRow} from '../../orders/upload/upload-row.ts';
import type {Template} from '../../portal/contract/templates.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {recall, remember} from './column-memory.ts';
import {columnId, missingFields, renderColumns} from './columns-view.ts';
import type {UploadContext} from './upload-context.ts';

/** A file whose rows are known. */
export interface ReadFile {
  readonly name: string;
  readonly fields: readonly TemplateField[];
  readonly columns: readonly ColumnGuess[];
  readonly rows: readonly UploadRow[];
  /** Codes from which something was taken that cannot be seen. */
  readonly cleaned: number;
  /** Keys of rows that are the template's example as it was. */
  readonly examples: readonly string[];
  /** How the quantities are typed. */
  readonly separators: Separators;
}

/** What the columns of a file need. */
export interface ColumnsOptions {
  readonly context: () => UploadContext;
  /** Our names of the fields, in the user's language. */
  readonly labels: Readonly<Record<UploadField, string>>;
  /** The header of the column of problems in a file that we have written. */
  readonly problemHeaders: readonly string[];
  readonly onRead: (file: ReadFile) => void;
  readonly onAnother: () => void;
  /** Reads the file again, as that encoding. */
  readonly onEncoding: (encoding: FileEncoding) => void;
}

/** Tells what the columns of a file are, asks where that is open, and reads its rows. */
export class ColumnsStep {
  readonly name: string;
  readonly #host: PortalElement;
  readonly #content: FileContent;
  readonly #options: ColumnsOptions;
  readonly #template: Template | undefined;
  readonly #fields: readonly TemplateField[];
  readonly #guessed: ColumnMapping;
  #mapping: ColumnMapping;
  #chosen = new Map<number, UploadField | undefined>();
  #answers: ColumnAnswers = {};
  #read: ReadRows | undefined;
  #reading: Promise<void> | undefined;
  #isChecked = false;
  #isGoingOn = false;
  /** Those that the rows were read for. */
  #separators: Separators;
  #onlyAsks = false;

  constructor(host: PortalElement, name: string, content: FileContent, options: ColumnsOptions) {
    this.#host = host;
    this.name = name;
    this.#content = content;
    this.#options = options;
    this.#separators = separators(options.context().locale);
    const known = this.#templates().map((template) => this.#guess(template));
    const best = known.find(({mapping}) => mapping.isSure) ?? known[0] ?? this.#guess(undefined);
    this.#template = best.template;
    this.#fields = best.fields;
    this.#guessed = this.#mapping = best.mapping;
  }

  /** How many rows there are below the names of the columns. */
  get rowCount(): number {
    const {headerRow = 0} = this.#mapping;
    return this.#content.rows.filter(({number}) => number > headerRow).length;
  }

  /** Reads the rows; false where the user has to be asked something first. */
  async isSure(): Promise<boolean> {
    await this.#readAgain();
    const {encoding} = this.#content;
    if (!this.#mapping.isSure || encoding?.isSure === false) return false;
    this.#onlyAsks = this.#open.length > 0;
    return !this.#onlyAsks;
  }

  /** Goes on with the rows as they were read. */
  finish(): void {
    const {name} = this;
    const {rows = [], cleaned = 0, examples = []} = this.#read ?? {};
    const {columns} = this.#mapping;
    this.#options.onRead({
      name,
      fields: this.#fields,
      columns,
      rows,
      cleaned,
      examples,
      separators: this.#separators,
    });
  }

  render({locale}: UploadContext): TemplateResult {
    const {encoding} = this.#content;
    return renderColumns({
      name: this.name,
      columns: this.#mapping.columns,
      fields: this.#fields,
      chosen: this.#fieldsByColumn,
      questions: this.#read?.questions ?? [],
      answers: this.#answers,
      isChecked: this.#isChecked,
      onlyAsks: this.#onlyAsks,
      encoding: encoding && !encoding.isSure ? encoding.name : undefined,
      separators: separators(locale),
      locale,
      onChoose: (index, field) => this.#choose(index, field),
      onAnswer: (answers) => {
        this.#answers = {...this.#answers, ...answers};
        this.#host.requestUpdate();
      },
      onEncoding: (chosen) => this.#options.onEncoding(chosen),
      onContinue: () => void this.#continue(),
      onAnother: () => this.#options.onAnother(),
    });
  }

  /** Templates for this type; undefined where there is none: then every file has all fields. */
  #templates(): readonly (Template | undefined)[] {
    const {templates} = this.#options.context();
    return templates.length > 0 ? templates : [undefined];
  }

  #guess(template: Template | undefined): {
    template: Template | undefined;
    fields: TemplateField[];
    mapping: ColumnMapping;
  } {
    const {labels, problemHeaders} = this.#options;
    const fields = templateFields(template, labels);
    const remembered = reviveMapping(recall(this.#memoryName(template)));
    const own = Object.entries(labels).map(([field, label]) => [label, field as UploadField] as const);
    const mapping = guessColumns(this.#content, fields, {labels: own, remembered, problemHeaders});
    return {template, fields, mapping};
  }

  #memoryName(template: Template | undefined): string {
    const {member, type} = this.#options.context();
    return JSON.stringify([member.portal.endpoint, member.membership, member.user, type, template?.id ?? '']);
  }

  get #fieldsByColumn(): ReadonlyMap<number, UploadField> {
    const {columns} = this.#mapping;
    return new Map(columns.flatMap(({index, field}) => (field ? [[index, field] as const] : [])));
  }

  #choose(index: number, field: UploadField | undefined): void {
    // A field that goes to another column leaves the one it had.
    for (const [other, chosen] of this.#chosen) if (field && chosen === field) this.#chosen.delete(other);
    this.#chosen.set(index, field);
    this.#mapping = applyMapping(this.#guessed, this.#fields, this.#chosen);
    this.#answers = {};
    this.#read = undefined;
    void this.#readAgain();
    this.#host.requestUpdate();
  }

  /** What has to be said before the rows can be read. */
  get #open(): ReadRows['questions'] {
    return (this.#read?.questions ?? []).filter(({field}) => this.#answers[field] === undefined);
  }

  async #readAgain(): Promise<void> {
    const mapping = this.#mapping;
    const options = {separators: this.#nowSeparators(), fields: this.#fields};
    const reading = inSlices(readRows(this.#content, mapping, options)).then((read) => {
      if (mapping === this.#mapping) this.#read = read;
      this.#host.requestUpdate();
    });
    this.#reading = reading;
    await reading;
  }

  async #continue(): Promise<void> {
    if (this.#isGoingOn) return;
    await this.#reading;
    this.#isChecked = true;
    this.#host.requestUpdate();
    const {focus} = this.#options.context();
    const [missing] = missingFields({fields: this.#fields, chosen: this.#fieldsByColumn});
    const [open] = this.#open;
    if (missing) focus(columnId(this.#firstFree));
    else if (open) focus(`paste-${open.field}`);
    else await this.#answered();
  }

  async #answered(): Promise<void> {
    // Before the first await: a second click finds it.
    this.#isGoingOn = true;
    const options = {
      separators: this.#nowSeparators(),
      answers: this.#answers,
      fields: this.#fields,
    };
    this.#read = await inSlices(readRows(this.#content, this.#mapping, options));
    this.#isGoingOn = false;
    remember(this.#memoryName(this.#template), rememberMapping(this.#mapping));
    // Who comes back wants to see the columns.
    this.#onlyAsks = false;
    this.finish();
  }

  #nowSeparators(): Separators {
    return (this.#separators = separators(this.#options.context().locale));
  }

  get #firstFree(): number {
    const {columns} = this.#mapping;
    return (columns.find(({field, ignored}) => !field && ignored !== 'blank') ?? columns[0])?.index ?? 0;
  }
}
