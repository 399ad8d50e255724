/** Before the names of all that lists keep on a device. */
export const devicePrefix = 'partner-portal-widgets:list-';

/** What the device would not keep, by name: it lives as long as the page. */
export const unkept = /* @__PURE__ */ new Map<string, string>();

/** What this device has kept under a name. It may be anything: other scripts of the page write there, too. */
export function keptText(name: string): string | undefined {
  try {
    return unkept.get(name) ?? localStorage.getItem(devicePrefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where the columns are kept that an owner wants to see. */
export const columnsName = (owner: string) => `columns:${owner}`;

/** Ids of the columns that an owner has chosen on this device, in order; some of them may not be there any more. */
export function chosenColumns(owner: string): readonly string[] | undefined {
  return keptText(columnsName(owner))?.split(',');
}
