import { bind, bindAlone, feature } from '#platform/http';
import * as demonstration from './demonstration.service.ts';
import * as first from './first.service.ts';
import * as safety from './safety.service.ts';
import { api, demoApi } from './sign-in.contract.ts';
import * as service from './sign-in.service.ts';
import { words } from './sign-in.words.ts';
import * as vendors from './vendors.service.ts';

export { type CastRow, showCode, useDemonstration } from './demonstration.service.ts';
export { useUnread } from './unread.service.ts';

/** Signing in, who I am, sessions, second factor, consents. */
export default feature({
  name: 'sign-in', area: 'across', title: words.title, permissions: {},
  routes: [
    bindAlone(api.requestCode, service.requestCode),
    bindAlone(api.withCode, service.withCode),
    bindAlone(api.withPassword, service.withPassword),
    bindAlone(api.choose, service.choose),
    bindAlone(api.secondStep, service.secondStep),
    bindAlone(api.vendors, vendors.vendors),
    bindAlone(api.beginVendor, vendors.beginVendor),
    bindAlone(api.finishVendor, vendors.finishVendor),
    bind(api.bindVendor, vendors.bindVendor),
    bind(api.myVendors, vendors.myVendors),
    bind(api.unbindVendor, vendors.unbindVendor),
    bind(api.signOut, service.signOut),
    bind(api.me, service.me),
    bind(api.setPreferences, service.setPreferences),
    bind(api.listSessions, service.listSessions),
    bind(api.endSession, service.endSession),
    bind(api.endOtherSessions, service.endOtherSessions),
    bindAlone(api.requestOwnCode, safety.requestOwnCode),
    bindAlone(api.requestNewPhoneCode, safety.requestNewPhoneCode),
    bindAlone(api.changePhone, safety.changePhone),
    bindAlone(api.setPassword, safety.setPassword),
    bind(api.enrolTotp, safety.enrolTotp),
    bindAlone(api.confirmTotp, safety.confirmTotp),
    bindAlone(api.renewRecoveryCodes, safety.renewRecoveryCodes),
    bindAlone(api.removeTotp, safety.removeTotp),
    bindAlone(api.privacyNotice, safety.privacyNotice),
    bind(api.listConsents, safety.listConsents),
    bind(api.giveConsent, safety.giveConsent),
    bind(api.withdrawConsent, safety.withdrawConsent),
    bindAlone(api.firstAdministrator, first.firstAdministrator),
    bindAlone(api.becomeFirstAdministrator, first.becomeFirstAdministrator),
  ],
});

/** The routes of the demonstration: main adds this part in demonstration mode only, so that in live mode they do not exist. */
export const demoSignIn = feature({
  name: 'demo', area: 'across', title: words.title, permissions: {},
  routes: [
    bindAlone(demoApi.cast, demonstration.cast),
    bindAlone(demoApi.signIn, demonstration.signIn),
    bindAlone(demoApi.codes, demonstration.codes),
  ],
});
