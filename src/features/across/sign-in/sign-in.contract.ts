import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words } from './sign-in.words.ts';

const nothing = z.object({});
const done = z.object({ done: z.literal(true) });
const phone = z.string().trim().min(5).max(24);
const sixDigits = z.string().trim().regex(/^\d{6}$/);
const password = z.string().min(1).max(200);
const locale = z.enum(['zh', 'en']);

/** `cookie`: the browser keeps the session and scripts never see it; `token`: the answer carries a bearer token (API clients). */
const keep = z.enum(['cookie', 'token']).default('cookie');

/**
 * What a right credential leads to. `in`: signed in. `totp`: hand `ticket` back with the authenticator's code within ten minutes.
 * `choose`: several people share this phone; hand `ticket` back with the chosen person.
 * `token` only when the caller asked for `keep: 'token'`.
 */
export const SignedIn = z.object({
  next: z.enum(['in', 'totp', 'choose']),
  ticket: z.string().optional(),
  choices: z.array(z.object({ person: z.string(), name: z.string(), unionName: z.string() })).optional(),
  token: z.string().optional(),
});

/** Letter sizes of the phone app: 1, 1.25, 1.5 and 1.875 times the usual. */
export const TextSize = z.enum(['usual', 'large', 'larger', 'largest']);

/** Purposes a person may agree to; `notice` (the privacy notice itself) stands first, all others are free. 单独同意 */
export const Purpose = z.enum(['notice', 'identity', 'health', 'bankAccount', 'hardship', 'portrait', 'location', 'children', 'publication', 'sharing']);
export type Purpose = z.infer<typeof Purpose>;

/** Vendors whose accounts may open the door: WeCom 企业微信, DingTalk 钉钉, WeChat 微信. */
const Vendor = z.enum(['wecom', 'dingtalk', 'wechat']);

const Consent = z.object({
  purpose: Purpose,
  title: z.string(),
  /** what is used, why it is needed and what happens if it is refused, in the reader's language */
  text: z.string(),
  version: z.number().int(),
  state: z.enum(['given', 'withdrawn', 'refused', 'open', 'outdated']),
  givenAt: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
});

const SessionRow = z.object({
  id: z.string(),
  current: z.boolean(),
  /** coarse words such as "iPhone · WeChat" */
  device: z.string(),
  app: z.enum(['member', 'console', 'api']),
  /** times are rounded down to the hour on purpose: they must not tell when somebody wrote a letter */
  begun: z.string(),
  seen: z.string(),
});

export const Me = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  union: z.object({ id: z.string(), name: z.string(), code: z.string() }).nullable(),
  membership: z.object({ state: z.enum(['active', 'reserved']), cardNumber: z.string().nullable() }).nullable(),
  unread: z.number().int(),
  /** permission words held anywhere */
  grants: z.array(z.string()),
  /** the roots of the subtrees in which an office is held */
  scopes: z.array(z.object({ unionId: z.string(), name: z.string() })),
  offices: z.array(z.object({ kind: z.string(), unionId: z.string(), unionName: z.string() })),
  mode: z.enum(['demo', 'live']),
  locale,
  textSize: TextSize,
  /** short for `textSize` not being `usual` */
  largeType: z.boolean(),
  /**
   * What is still asked of the person. While `totp`, `password` or `again` (officers sign in again after a pause) stands here,
   * `grants` is empty; `consent` (the privacy notice was not read yet) blocks nothing.
   */
  needs: z.array(z.enum(['consent', 'totp', 'password', 'again'])),
  /** what the screens for sign-in and safety show */
  safety: z.object({ password: z.boolean(), totp: z.boolean(), recoveryCodesLeft: z.number().int(), phone: z.string().nullable() }),
});

export const api = {
  requestCode: endpoint({
    method: 'POST', path: '/api/v1/sign-in/code-requests', can: 'anyone', about: words.aboutRequestCode,
    in: z.object({ phone, app: z.enum(['member', 'console']).default('member') }),
    out: z.object({ resendAfterSeconds: z.number().int(), validSeconds: z.number().int() }),
    unaudited: 'an unknown phone must leave the same traces as a known one',
  }),
  withCode: endpoint({
    method: 'POST', path: '/api/v1/sign-in/code', can: 'anyone', about: words.aboutWithCode,
    in: z.object({ phone, code: sixDigits, unionCode: z.string().trim().max(40).optional(), app: z.enum(['member', 'console']).default('member'), keep }),
    out: SignedIn,
  }),
  withPassword: endpoint({
    method: 'POST', path: '/api/v1/sign-in/password', can: 'anyone', about: words.aboutWithPassword,
    in: z.object({
      /** phone or staff number; a staff number needs the union's code as well */
      name: z.string().trim().min(1).max(60), unionCode: z.string().trim().max(40).optional(), password,
      app: z.enum(['member', 'console']).default('member'), keep,
    }),
    out: SignedIn,
  }),
  choose: endpoint({
    method: 'POST', path: '/api/v1/sign-in/choose', can: 'anyone', about: words.aboutChoose,
    in: z.object({ ticket: z.string().min(20).max(200), person: z.uuid(), keep }),
    out: SignedIn,
  }),
  vendors: endpoint({
    method: 'GET', path: '/api/v1/sign-in/vendors', can: 'anyone', about: words.aboutVendors, in: nothing,
    /** those that are set up and work in the browser that asks; `straight`: it is the vendor's own, nothing needs to be pressed */
    out: z.object({ items: z.array(z.object({ vendor: Vendor, straight: z.boolean() })) }),
  }),
  beginVendor: endpoint({
    method: 'POST', path: '/api/v1/sign-in/vendors/:vendor/begin', can: 'anyone', about: words.aboutBeginVendor,
    /** `next`: a way inside the app to go to afterwards; anything else leads home */
    in: z.object({ vendor: Vendor, next: z.string().max(500).default('/') }),
    /** where the browser is to go now; it comes back to `/sign-in/:vendor` within ten minutes */
    out: z.object({ url: z.string() }),
    unaudited: 'nobody is known yet and nothing is written down',
  }),
  finishVendor: endpoint({
    method: 'POST', path: '/api/v1/sign-in/vendors/:vendor/finish', can: 'anyone', about: words.aboutFinishVendor,
    in: z.object({ vendor: Vendor, code: z.string().min(1).max(1_000), state: z.string().min(1).max(200) }),
    /** like `SignedIn`; `bind`: nobody has this account yet: sign in by other means, then hand `claim` to `bindVendor` within half an hour. `to`: where to go */
    out: z.object({ next: z.enum(['in', 'totp', 'bind']), to: z.string(), ticket: z.string().optional(), claim: z.string().optional() }),
  }),
  bindVendor: endpoint({
    method: 'POST', path: '/api/v1/sign-in/vendors/bind', can: 'person', about: words.aboutBindVendor,
    in: z.object({ claim: z.string().min(20).max(2_000) }), out: z.object({ vendor: Vendor }),
  }),
  myVendors: endpoint({
    method: 'GET', path: '/api/v1/me/vendors', can: 'person', about: words.aboutMyVendors, in: nothing,
    /** `boundAt` is rounded down to the hour; `directory`: bound by what the firm's directory says, not by the person */
    out: z.object({ items: z.array(z.object({ vendor: Vendor, boundAt: z.string().nullable(), directory: z.boolean(), open: z.boolean() })) }),
  }),
  unbindVendor: endpoint({
    method: 'DELETE', path: '/api/v1/me/vendors/:vendor', can: 'person', about: words.aboutUnbindVendor, in: z.object({ vendor: Vendor }),
    out: z.object({ endedSessions: z.number().int() }),
  }),
  secondStep: endpoint({
    method: 'POST', path: '/api/v1/sign-in/second-step', can: 'anyone', about: words.aboutSecondStep,
    in: z.object({ ticket: z.string().min(20).max(200), code: z.string().trim().min(6).max(20), keep }),
    out: SignedIn,
  }),
  signOut: endpoint({
    method: 'POST', path: '/api/v1/sign-out', can: 'person', about: words.aboutSignOut, in: nothing, out: done,
  }),
  me: endpoint({ method: 'GET', path: '/api/v1/me', can: 'person', about: words.aboutMe, in: nothing, out: Me }),
  setPreferences: endpoint({
    method: 'PUT', path: '/api/v1/me/preferences', can: 'person', about: words.aboutPreferences,
    in: z.object({ locale: locale.optional(), textSize: TextSize.optional(), largeType: z.boolean().optional() }),
    out: z.object({ locale, textSize: TextSize, largeType: z.boolean() }),
    unaudited: 'language and letter size concern nobody else',
  }),
  listSessions: endpoint({
    method: 'GET', path: '/api/v1/me/sessions', can: 'person', about: words.aboutSessions, in: nothing,
    out: z.object({ items: z.array(SessionRow) }),
  }),
  endSession: endpoint({
    method: 'DELETE', path: '/api/v1/me/sessions/:id', can: 'person', about: words.aboutEndSession,
    in: z.object({ id: z.uuid() }), out: done,
  }),
  endOtherSessions: endpoint({
    method: 'POST', path: '/api/v1/me/sessions/end-others', can: 'person', about: words.aboutEndOthers, in: nothing,
    out: z.object({ ended: z.number().int() }),
  }),
  requestOwnCode: endpoint({
    method: 'POST', path: '/api/v1/me/code-requests', can: 'person', about: words.aboutOwnCode, in: nothing,
    /** `phone` is masked */
    out: z.object({ phone: z.string(), resendAfterSeconds: z.number().int(), validSeconds: z.number().int() }),
    unaudited: 'what the code is used for leaves the line',
  }),
  setPassword: endpoint({
    method: 'PUT', path: '/api/v1/me/password', can: 'person', about: words.aboutSetPassword,
    in: z.object({
      password,
      /** the present password, or instead of it a one-time code sent to the own phone; neither when no password was ever set */
      current: password.optional(), code: sixDigits.optional(),
    }),
    out: z.object({ endedSessions: z.number().int() }),
  }),
  requestNewPhoneCode: endpoint({
    method: 'POST', path: '/api/v1/me/phone/code-requests', can: 'person', about: words.aboutNewPhoneCode, in: z.object({ phone }),
    out: z.object({ resendAfterSeconds: z.number().int(), validSeconds: z.number().int() }),
    unaudited: 'the change itself leaves the line',
  }),
  changePhone: endpoint({
    method: 'PUT', path: '/api/v1/me/phone', can: 'person', about: words.aboutChangePhone,
    in: z.object({
      phone, /** the code sent to the new phone */ newCode: sixDigits,
      /** the password, or a code sent to the old phone */
      current: password.optional(), code: sixDigits.optional(),
    }),
    /** `phone` is masked */
    out: z.object({ phone: z.string(), endedSessions: z.number().int() }),
  }),
  enrolTotp: endpoint({
    method: 'POST', path: '/api/v1/me/totp', can: 'person', about: words.aboutEnrolTotp, in: nothing,
    /** `qr` is a `data:` address of a picture; `secret` is for typing by hand. Nothing counts before it is confirmed. */
    out: z.object({ uri: z.string(), secret: z.string(), qr: z.string() }),
  }),
  confirmTotp: endpoint({
    method: 'POST', path: '/api/v1/me/totp/confirm', can: 'person', about: words.aboutConfirmTotp,
    in: z.object({ code: sixDigits }),
    /** shown once and never again */
    out: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  renewRecoveryCodes: endpoint({
    method: 'POST', path: '/api/v1/me/totp/recovery-codes', can: 'person', about: words.aboutRecoveryCodes,
    in: z.object({ code: sixDigits }),
    out: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  removeTotp: endpoint({
    method: 'DELETE', path: '/api/v1/me/totp', can: 'person', about: words.aboutRemoveTotp,
    in: z.object({ code: z.string().trim().min(6).max(20) }), out: done,
  }),
  privacyNotice: endpoint({
    method: 'GET', path: '/api/v1/privacy-notice', can: 'anyone', about: words.aboutNotice,
    in: z.object({ locale: locale.optional() }),
    out: z.object({ version: z.number().int(), title: z.string(), sections: z.array(z.object({ heading: z.string(), text: z.string() })) }),
  }),
  listConsents: endpoint({
    method: 'GET', path: '/api/v1/me/consents', can: 'person', about: words.aboutConsents, in: nothing,
    out: z.object({ items: z.array(Consent) }),
  }),
  giveConsent: endpoint({
    method: 'PUT', path: '/api/v1/me/consents/:purpose', can: 'person', about: words.aboutGiveConsent,
    /** `version` is the one that was read; `refuse` remembers a no so that nobody asks again */
    in: z.object({ purpose: Purpose, version: z.number().int(), refuse: z.boolean().default(false) }), out: Consent,
  }),
  withdrawConsent: endpoint({
    method: 'DELETE', path: '/api/v1/me/consents/:purpose', can: 'person', about: words.aboutWithdrawConsent,
    in: z.object({ purpose: Purpose }), out: Consent,
  }),
  firstAdministrator: endpoint({
    method: 'GET', path: '/api/v1/first-administrator', can: 'anyone', about: words.aboutFirstAdministrator,
    in: z.object({ link: z.string().min(20).max(200) }),
    /** whether the link still works, and whether the federation must be named as well */
    out: z.object({ open: z.boolean(), needsFederation: z.boolean() }),
  }),
  becomeFirstAdministrator: endpoint({
    method: 'POST', path: '/api/v1/first-administrator', can: 'anyone', about: words.aboutBecomeFirst,
    in: z.object({
      link: z.string().min(20).max(200),
      federation: z.object({ name: z.string().trim().min(2).max(80), code: z.string().trim().min(2).max(40) }).optional(),
      name: z.string().trim().min(1).max(60), phone, password,
    }),
    out: SignedIn,
  }),
};

/** Routes that exist in demonstration mode only; in live mode their addresses answer 404. */
export const demoApi = {
  cast: endpoint({
    method: 'GET', path: '/api/v1/demo/cast', can: 'anyone', about: words.aboutCast, in: nothing,
    out: z.object({
      people: z.array(z.object({
        id: z.string(), name: z.string(),
        /** the office or trade, in the reader's language */
        title: z.string(),
        /** what waits for this person today */
        says: z.string(),
        app: z.enum(['member', 'console']), unionName: z.string(),
      })),
    }),
  }),
  signIn: endpoint({
    method: 'POST', path: '/api/v1/demo/sign-in', can: 'anyone', about: words.aboutDemoSignIn,
    in: z.object({ person: z.uuid(), app: z.enum(['member', 'console']).default('member'), keep }),
    out: SignedIn,
  }),
  codes: endpoint({
    method: 'GET', path: '/api/v1/demo/codes', can: 'anyone', about: words.aboutDemoCodes, in: nothing,
    /** the last short messages with one-time codes, newest first; phones are masked */
    out: z.object({ items: z.array(z.object({ phone: z.string(), code: z.string(), sentAt: z.string() })) }),
  }),
};
