/** A name for a file, without an extension: what a system would refuse, hide or take for a folder is a space. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 80)
    // No half of a character at its end.
    .replace(/\p{Cs}$/u, '')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  // Windows keeps these for devices, whatever follows the first dot.
  if (/^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(plain)) return `_${plain}`;
  return plain === '' ? 'table' : plain;
}
