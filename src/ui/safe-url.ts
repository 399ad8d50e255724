/**
 * An address that may be put into a link: `http:`, `https:` or `mailto:`; relative ones are meant from the page. Undefined for
 * whatever else a portal may send, as `javascript:`.
 */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const {protocol, href} = new URL(address, document.baseURI);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** An address of a website as people write it, `www.example.com` too. Undefined where it may not be put into a link. */
export function websiteUrl(text: string | undefined): string | undefined {
  // A browser would make one host of several words.
  if (!text || /\s/.test(text.trim())) return undefined;
  const url = safeUrl(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/*/, '')}`);
  // Before an "@" stands what looks like a host, and is none.
  return url && /^https?:\/\/[^/@]*(?:[/?#]|$)/.test(url) ? url : undefined;
}

/** A link that writes an e-mail; undefined for what is no address, or would bring more into the mail than its recipient. */
export function mailUrl(email: string | undefined): string | undefined {
  if (!email || !/^[^\s@?&,;:<>"']+@[^\s@?&,;:<>"']+$/.test(email)) return undefined;
  return `mailto:${email.split('@').map(encodeURIComponent).join('@')}`;
}

/** A link that calls; undefined for what is no number. RFC 3966: an extension is written after the number. */
export function phoneUrl(phone: string | undefined): string | undefined {
  if (!phone) return undefined;
  const [, number = '', extension = ''] =
    /^([+\d\s()./-]+?)(?:\s*(?:ext\.?|x|#)\s*(\d+))?$/i.exec(phone.trim()) ?? [];
  // "(0)" after a country code is dialled only without it.
  const digits = number.replace(/^(\+\d+)\s*\(0\)/, '$1').replace(/[^+\d]/g, '');
  if (!/^\+?\d{3,15}$/.test(digits)) return undefined;
  return `tel:${digits}${extension ? `;ext=${extension}` : ''}`;
}

/** An address that may be drawn as a picture: encrypted, or the page's own. Undefined for any other. */
export function imageUrl(address: string | undefined): string | undefined {
  const url = safeUrl(address);
  if (!url) return undefined;
  const {protocol, origin} = new URL(url);
  const isOwn = protocol === 'http:' && origin === location.origin;
  return protocol === 'https:' || isOwn ? url : undefined;
}

/**
 * An address that a video, its poster or its tracks may be fetched from: `http:`, `https:` or an own `blob:`; a relative one is meant
 * from `base`. Undefined for any other.
 */
export function mediaUrl(address: string | undefined, base: string): string | undefined {
  if (!address) return undefined;
  try {
    const {protocol, href} = new URL(address, base);
    return ['http:', 'https:', 'blob:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
