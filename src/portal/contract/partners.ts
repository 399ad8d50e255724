import * as z from 'zod/mini';
import {CurrencyCode, Instant, openEnum, wholeNumber} from './primitives.ts';

/** A postal address. */
export const Address = z.object({
  /** The address's id, where it is one of the company's own. */
  id: z.optional(z.string()),
  /** Who is there. */
  name: z.string(),
  /** Street and number. */
  line1: z.string(),
  /** Second address line. */
  line2: z.optional(z.string()),
  /** Postal code. */
  postcode: z.string(),
  /** Town or city. */
  city: z.string(),
  /** State, county or region. */
  region: z.optional(z.string()),
  /** Country, ISO 3166-1 alpha-2: `DE`. */
  country: z.string(),
  /** Global Location Number, 13 digits. */
  gln: z.optional(z.string()),
});
export type Address = z.infer<typeof Address>;

/** An account that money is sent to. */
export const BankAccount = z.object({
  /** Name of the bank. */
  bankName: z.optional(z.string()),
  /** Who holds the account, where that is not the company. */
  holder: z.optional(z.string()),
  /** International Bank Account Number, ISO 13616, without spaces. */
  iban: z.optional(z.string()),
  /** Business Identifier Code, ISO 9362. */
  bic: z.optional(z.string()),
  /** Number of an account that has no IBAN, as its bank writes it. */
  accountNumber: z.optional(z.string()),
  /** The bank's own number where the account has no IBAN: a routing number, a sort code. */
  bankCode: z.optional(z.string()),
  /** Currency of the account. */
  currency: z.optional(CurrencyCode),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** The company behind a membership. */
export const Company = z.object({
  /** The company's id. */
  id: z.string(),
  /** The company's name. */
  name: z.string(),
  /** The company's number in the books of the portal. */
  number: z.optional(z.string()),
  /** Registered address. */
  address: Address,
  /** VAT registration number, with its country prefix. */
  vatNumber: z.optional(z.string()),
  /** Number in the commercial register. */
  registrationNumber: z.optional(z.string()),
  /** Global Location Number, 13 digits. */
  gln: z.optional(z.string()),
  /** Phone number. */
  phone: z.optional(z.string()),
  /** E-mail address. */
  email: z.optional(z.string()),
  /** Address of the website. */
  website: z.optional(z.string()),
  /** Address of the logo. */
  logoUrl: z.optional(z.string()),
  /** Currency of the company's documents. */
  currency: z.optional(CurrencyCode),
  /** Payment terms in words. */
  paymentTerms: z.optional(z.string()),
  /** Accounts of the company, the preferred one first. */
  bankAccounts: z.optional(z.array(BankAccount)),
  /** People to talk to. */
  contacts: z.array(
    z.object({
      /** The person's name. */
      name: z.string(),
      /** What the person is responsible for. */
      role: z.optional(z.string()),
      /** E-mail address. */
      email: z.optional(z.string()),
      /** Phone number. */
      phone: z.optional(z.string()),
    }),
  ),
  /** Addresses that goods can be delivered to; each has an id. */
  deliveryAddresses: z.array(Address),
});
export type Company = z.infer<typeof Company>;

/** An invitation to the portal, sent by e-mail. */
export const Invitation = z.object({
  /** The invitation's id. */
  id: z.string(),
  /** Address that the invitation was sent to. */
  email: z.string(),
  /** Name of the invited person. */
  name: z.optional(z.string()),
  /** The kind of partner that the person is invited as. */
  partnerType: z.string(),
  /** Keys of the areas that the invitation opens. */
  areas: z.array(z.string()),
  /** What has become of the invitation. */
  status: openEnum<'pending' | 'accepted' | 'expired' | 'revoked'>(),
  /** What has become of the e-mail. */
  delivery: openEnum<'queued' | 'sent' | 'delivered' | 'bounced' | 'unknown'>(),
  /** Why the e-mail came back, for the user. */
  bounceReason: z.optional(z.string()),
  /** When the invitation was made. */
  createdAt: Instant,
  /** When the e-mail was sent last. */
  sentAt: z.optional(Instant),
  /** When the link stops working. */
  expiresAt: Instant,
  /** When the invitation was accepted. */
  acceptedAt: z.optional(Instant),
  /** Name of who invited. */
  invitedBy: z.optional(z.string()),
  /** What may be done with the invitation now. */
  allowedActions: z.array(openEnum<'resend' | 'revoke'>()),
});
export type Invitation = z.infer<typeof Invitation>;

/** A request to invite somebody. */
export const InvitationInput = z.object({
  /** Address to send the invitation to. */
  email: z.string(),
  /** Name of the invited person. */
  name: z.optional(z.string()),
  /** The kind of partner that the person is invited as. */
  partnerType: z.string(),
  /** Keys of the areas to open; without it those that the portal proposes. */
  areas: z.optional(z.array(z.string())),
  /** The inviter's own words, put into the e-mail as text. */
  message: z.optional(z.string()),
  /** Language of the e-mail, BCP 47. */
  locale: z.optional(z.string()),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

/** Sends an invitation again. */
export const InvitationResendInput = z.object({
  /** Another address to send it to, where the first one was wrong; without it the same. The old link dies either way. */
  email: z.optional(z.string()),
});
export type InvitationResendInput = z.infer<typeof InvitationResendInput>;

/** A partner of the company, invited or registered. */
export const Partner = z.object({
  /** The partner's id. */
  id: z.string(),
  /** The partner's number at the company. */
  number: z.optional(z.string()),
  /** The partner's name. */
  name: z.string(),
  /** The kind of partner. */
  type: z.string(),
  /** The partner's e-mail address. */
  email: z.string(),
  /** Name of the person to talk to. */
  contactName: z.optional(z.string()),
  /** Keys of the areas that are open to the partner. */
  areas: z.array(z.string()),
  /** The partner's latest invitation. */
  invitation: z.optional(Invitation),
  /** When the partner last used the portal. */
  lastActiveAt: z.optional(Instant),
});
export type Partner = z.infer<typeof Partner>;

/** A field that an invited person is asked to fill in. */
export const Field = z.object({
  /** Name of the field in `registration`. */
  key: z.string(),
  /** Label for the user, in the requested language. */
  label: z.string(),
  /** What kind of input it is. */
  type: openEnum<'text' | 'email' | 'tel' | 'password' | 'country' | 'select' | 'checkbox'>(),
  /** Whether the field must be filled in. */
  required: z.boolean(),
  /** The HTML `autocomplete` token. */
  autocomplete: z.optional(z.string()),
  /** Most characters of a value. */
  maxLength: z.optional(wholeNumber()),
  /** The choices of a `select`. */
  options: z.optional(
    z.array(
      z.object({
        /** The value that is sent. */
        value: z.string(),
        /** Label for the user, in the requested language. */
        label: z.string(),
      }),
    ),
  ),
});
export type Field = z.infer<typeof Field>;

/** Looks an invitation up without using it up. */
export const InvitationLookupInput = z.object({
  /** The token from the invitation link. */
  token: z.string(),
});
export type InvitationLookupInput = z.infer<typeof InvitationLookupInput>;

/** What an invited person sees before accepting. */
export const InvitationLookup = z.object({
  /** Whether the invitation can be accepted; unknown and used ones look the same. */
  status: openEnum<'pending' | 'accepted' | 'expired' | 'revoked'>(),
  /** Name of the inviting company. */
  companyName: z.string(),
  /** Name of the inviting person. */
  inviterName: z.optional(z.string()),
  /** The invited address with most of its letters hidden. */
  emailMasked: z.string(),
  /** The kind of partner that the person is invited as. */
  partnerType: z.string(),
  /** Name of that kind, for the person, in the requested language. */
  partnerTypeLabel: z.optional(z.string()),
  /** Names of the areas that the invitation opens, for the person, in the requested language. */
  areas: z.optional(z.array(z.string())),
  /** When the link stops working. */
  expiresAt: Instant,
  /** What the person is asked to fill in. */
  fields: z.array(Field),
  /** What the person is asked to agree to. */
  terms: z.array(
    z.object({
      /** Id of the terms. */
      id: z.string(),
      /** Version of the terms that is shown. */
      version: z.string(),
      /** Title for the user, in the requested language. */
      title: z.string(),
      /** Where the terms can be read. */
      url: z.string(),
    }),
  ),
});
export type InvitationLookup = z.infer<typeof InvitationLookup>;

/** Accepts an invitation. */
export const InvitationAcceptanceInput = z.object({
  /** The token from the invitation link. */
  token: z.string(),
  /** The filled-in fields by their keys. */
  registration: z.record(z.string(), z.union([z.string(), z.boolean()])),
  /** The terms that were agreed to. */
  terms: z.array(
    z.object({
      /** Id of the terms. */
      id: z.string(),
      /** Version of the terms that was shown. */
      version: z.string(),
    }),
  ),
  /** The person's language, BCP 47. */
  locale: z.string(),
});
export type InvitationAcceptanceInput = z.infer<typeof InvitationAcceptanceInput>;

/** What accepting has led to. */
export const InvitationAcceptance = z.object({
  /** The new membership. */
  membershipId: z.string(),
  /** Where to go next; only an address of the page's or the portal's own origin is followed. */
  next: z.optional(z.string()),
});
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
