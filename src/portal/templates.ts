import type {PortalConnection} from './connection.ts';
import {TemplateList, type Template} from './contract/templates.ts';
import {segment, type CallOptions} from './http.ts';

/** The templates of a document type. */
export async function list(
  portal: PortalConnection,
  type: string,
  options?: CallOptions,
): Promise<Template[]> {
  return (await portal.http.json(TemplateList, 'templates', {...options, query: {type}})).items;
}

/** A template's file to fill in. */
export async function file(
  portal: PortalConnection,
  templateId: string,
  format: string,
  options?: CallOptions,
): Promise<Blob> {
  const call = {...options, query: {format}, accept: '*/*'};
  return (await portal.http.raw(`templates/${segment(templateId)}/file`, call)).blob;
}
