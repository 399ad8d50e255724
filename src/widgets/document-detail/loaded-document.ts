import type {Capabilities, Document, DocumentAction} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';

/** A document as it was loaded, and what the member may do at the portal that it comes from. */
export interface LoadedDocument {
  readonly portal: PortalConnection;
  readonly document: Document;
  /** Its version, for a change of it. */
  readonly etag: string | undefined;
  readonly capabilities: Capabilities;
}

/** Whether the member may do this with the document: by the type in general, and by the document as it is now. */
export function permits({document, capabilities}: LoadedDocument, action: DocumentAction): boolean {
  const general = capabilities.documents[document.type] ?? [];
  return general.includes(action) && document.allowedActions.includes(action);
}
