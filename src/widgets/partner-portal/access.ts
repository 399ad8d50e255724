import type {Capabilities} from '../../portal/contract/index.ts';
import {readPlace, type Place} from './place.ts';

/** Whether a member may do something with the documents of a type. */
export function mayDo({documents}: Capabilities, type: string, action: string): boolean {
  return Object.hasOwn(documents, type) && (documents[type] ?? []).includes(action);
}

/** The types of which the member may do something, in the portal's order. */
export function typesTo(capabilities: Capabilities, action: string): readonly string[] {
  return Object.keys(capabilities.documents).filter((type) => mayDo(capabilities, type, action));
}

/** Whether the member may make orders of a file. */
export function mayUpload(capabilities: Capabilities, type: string): boolean {
  return mayDo(capabilities, type, 'create') && mayDo(capabilities, type, 'upload');
}

/** Whether there is something for the member at a place. Roles are no matter: what the portal allows decides. */
export function mayVisit(capabilities: Capabilities, place: Place): boolean {
  switch (place.area) {
    case 'overview':
    case 'help':
      return true;
    case 'company':
      return capabilities.company.includes('read');
    case 'partners':
      return capabilities.partners.includes('read');
    case 'invite':
      return capabilities.invitations.includes('create');
    case 'documents':
      return mayDo(capabilities, place.type, 'list');
    case 'document':
      return mayDo(capabilities, place.type, 'read');
    case 'write':
      return mayDo(capabilities, place.type, place.draftId === undefined ? 'create' : 'update');
    case 'upload':
      return mayUpload(capabilities, place.type);
  }
}

/** Where a member begins: what the page wants if it is there for the member, else the overview. */
export function startPlace(capabilities: Capabilities, start: string): Place {
  const type = {area: 'documents', type: start} as const;
  const wanted = mayVisit(capabilities, type) ? type : readPlace(start);
  return wanted && mayVisit(capabilities, wanted) ? wanted : {area: 'overview'};
}
