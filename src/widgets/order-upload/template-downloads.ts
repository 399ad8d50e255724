import type {ReactiveController} from 'lit';
import {fileName} from '../../orders/files/file-name.ts';
import type {Template} from '../../portal/contract/templates.ts';
import {PortalError} from '../../portal/errors.ts';
import {file} from '../../portal/templates.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {saveFile} from '../../ui/save-file.ts';
import type {UploadContext} from './upload-context.ts';
import type {Uploading} from './uploading.ts';

/** The formats of which there is a file for every template: the portal's own, or one that is made here. */
const FORMATS = ['xlsx', 'csv'] as const;
export type TemplateFormat = (typeof FORMATS)[number];

/** Formats in which a template can be downloaded; of those that the portal has itself, only those that are known here. */
export function formatsOf(template: Template | undefined): readonly TemplateFormat[] {
  const own = FORMATS.filter((format) => template?.files.some((each) => each.format === format));
  return own.length > 0 ? own : FORMATS;
}

/** Downloads templates, one at a time. */
export class TemplateDownloads implements ReactiveController {
  readonly #host: PortalElement;
  readonly #load: () => Promise<Uploading>;
  #abort: AbortController | undefined;
  #error: PortalError | undefined;

  /** `load` loads what makes files. */
  constructor(host: PortalElement, load: () => Promise<Uploading>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.#abort !== undefined;
  }

  /** Why the last one has failed. */
  get error(): PortalError | undefined {
    return this.#error;
  }

  /** Downloads a template; undefined: one of the fields that every order has. Nothing while one is under way. */
  async download(
    context: UploadContext,
    template: Template | undefined,
    format: TemplateFormat,
  ): Promise<void> {
    if (this.#abort) return;
    const abort = (this.#abort = new AbortController());
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const {blob, name} = await this.#make(context, template, format, abort.signal);
      if (!abort.signal.aborted) saveFile(blob, name);
    } catch (thrown) {
      if (!abort.signal.aborted) this.#fail(PortalError.from(thrown));
    } finally {
      this.#abort = undefined;
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abort?.abort();
    });
  }

  async #make(
    context: UploadContext,
    template: Template | undefined,
    format: TemplateFormat,
    signal: AbortSignal,
  ): Promise<{blob: Blob; name: string}> {
    if (!template || !template.files.some((each) => each.format === format)) {
      const uploading = await this.#load();
      return uploading.makeTemplate(template, format);
    }
    const blob = await file(context.member.portal, template.id, format, {signal});
    return {blob, name: `${fileName(template.label)}.${format}`};
  }

  #fail(error: PortalError): void {
    this.#error = error;
    this.#host.announceError(error);
  }
}
