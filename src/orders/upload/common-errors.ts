import type {PortalError, PortalErrorKind} from '../../portal/errors.ts';

const common: ReadonlySet<PortalErrorKind> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'busy',
  'signed-out',
  'token',
  'forbidden',
]);

/** Whether what one order has run into is what the others would run into as well. */
export function isCommon({kind}: PortalError): boolean {
  return common.has(kind);
}
