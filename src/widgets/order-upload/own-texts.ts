import {msg} from '../../locales/localize.ts';
import type {FileTemplate} from '../../orders/upload/template-file.ts';
import {FIELD_KEYS, type UploadField} from '../../orders/upload/template-fields.ts';
import {columnLabel} from './row-columns.ts';
import {problemHeader} from './rows-step.ts';

/** What a row may look like, where no template says. */
const examples: Readonly<Record<UploadField, {readonly type?: string; readonly example?: string}>> = {
  reference: {example: 'PO-4711'},
  requestedDate: {type: 'date'},
  item: {example: 'ITEM-1'},
  variant: {},
  quantity: {type: 'decimal', example: '1'},
  unit: {},
  note: {},
};

/** Texts of files, in the user's language: they are known while something is drawn, and needed when a file is made or read. */
export class OwnTexts {
  #labels: Readonly<Record<UploadField, string>> | undefined;
  #template = '';
  #problemHeader = '';

  /** Learns them. To be called while something is drawn. */
  learn(): void {
    const labels = [...FIELD_KEYS.values()].map((field) => [field, columnLabel(field)] as const);
    this.#labels = Object.fromEntries(labels) as Record<UploadField, string>;
    this.#template = msg('Orders', {id: 'order-upload.default-template'});
    this.#problemHeader = problemHeader();
  }

  /** What the fields are called; their names while that is not known. */
  get labels(): Readonly<Record<UploadField, string>> {
    return this.#labels ?? names;
  }

  /** The header of the column that says what is wrong. */
  get problemHeader(): string {
    return this.#problemHeader;
  }

  /** A template of all fields, where the portal has none. */
  get template(): FileTemplate {
    const columns = [...FIELD_KEYS.values()].map((field) => ({
      label: this.labels[field],
      ...examples[field],
    }));
    return {label: this.#template, columns};
  }
}

const names: Readonly<Record<UploadField, string>> = {
  reference: 'reference',
  requestedDate: 'requestedDate',
  item: 'item',
  variant: 'variant',
  quantity: 'quantity',
  unit: 'unit',
  note: 'note',
};
