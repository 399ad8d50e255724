import * as z from 'zod/mini';
import {openEnum, wholeNumber} from './primitives.ts';

/** What a member may do with the documents of a type, or with one document. */
export const DocumentAction = openEnum<
  'list' | 'read' | 'create' | 'update' | 'discard' | 'repeat' | 'upload' | 'pdf'
>();
export type DocumentAction = z.infer<typeof DocumentAction>;

/** A document type as the portal names it: `purchase-order`, `warehouse-receipt`, … */
export const DocumentType = z.string();
export type DocumentType = z.infer<typeof DocumentType>;

/** A kind of partner that may be invited, and the areas of the portal that can be opened to it. */
export const PartnerType = z.object({
  /** Name of the kind, for requests: `customer`. */
  type: z.string(),
  /** Name of the kind for the user, in the requested language. */
  label: z.string(),
  /** The areas that can be opened to such a partner. */
  areas: z.array(
    z.object({
      /** Name of the area, for requests. */
      key: z.string(),
      /** Name of the area for the user, in the requested language. */
      label: z.string(),
      /** Whether the area is proposed when such a partner is invited. */
      default: z.boolean(),
    }),
  ),
});
export type PartnerType = z.infer<typeof PartnerType>;

/** What a membership may see and do. The portal enforces all of it again. */
export const Capabilities = z.object({
  /** Allowed actions by document type; only the listed types exist for this member. */
  documents: z.catchall(z.object({}), z.array(DocumentAction)),
  /**
   * What the portal calls the documents of its types, in the requested language, where it has words of its own. `partner-portal`
   * uses them wherever it speaks of documents; without them, and for types that are not here, it has its own.
   */
  documentLabels: z.optional(
    z.catchall(
      z.object({}),
      z.object({
        /** One document: `Purchase order`. */
        one: z.string(),
        /** Documents in the plural: `Purchase orders`. */
        many: z.string(),
      }),
    ),
  ),
  /** What the member may do with the company's details. */
  company: z.array(openEnum<'read'>()),
  /** What the member may do with the list of partners. */
  partners: z.array(openEnum<'read'>()),
  /** What the member may do with invitations. */
  invitations: z.array(openEnum<'read' | 'create' | 'resend' | 'revoke'>()),
  /** The kinds of partner that the member may invite. */
  partnerTypes: z.optional(z.array(PartnerType)),
  /** Whether prices and amounts are shown to this member. */
  prices: z.object({
    /** False: the portal leaves every price and amount out. */
    visible: z.boolean(),
  }),
  /** Limits of an uploaded order file. */
  upload: z.object({
    /** Largest file, in bytes. */
    maxBytes: wholeNumber(),
    /** Most rows of a file, without its header. */
    maxRows: wholeNumber(),
  }),
});
export type Capabilities = z.infer<typeof Capabilities>;

/** One company that a user belongs to, in one role. */
export const Membership = z.object({
  /** The membership's id, sent as `Portal-Membership`. */
  id: z.string(),
  /** The company behind the portal. */
  company: z.object({
    /** The company's id. */
    id: z.string(),
    /** The company's name. */
    name: z.string(),
    /** Address of the company's logo. */
    logoUrl: z.optional(z.string()),
  }),
  /** The role's name, for display alone: nothing is decided by it. */
  role: openEnum<'host' | 'customer' | 'vendor' | '3pl_customer'>(),
  /** The partner that the user acts for; absent for the company's own administrators. */
  partner: z.optional(
    z.object({
      /** The partner's id. */
      id: z.string(),
      /** The partner's number at the company. */
      number: z.string(),
      /** The partner's name. */
      name: z.string(),
    }),
  ),
  /** What the membership may see and do. */
  capabilities: Capabilities,
});
export type Membership = z.infer<typeof Membership>;

/** The signed-in user, and what they may do. */
export const Me = z.object({
  /** Version of this contract that the portal speaks: `1.0`. */
  contractVersion: z.string(),
  /** The signed-in user. */
  user: z.object({
    /** The user's id. */
    id: z.string(),
    /** The user's name. */
    name: z.string(),
    /** The user's e-mail address. */
    email: z.string(),
  }),
  /** The membership that this answer, and every request without `Portal-Membership`, is about. */
  membershipId: z.string(),
  /** All memberships of the user. */
  memberships: z.array(Membership),
});
export type Me = z.infer<typeof Me>;
