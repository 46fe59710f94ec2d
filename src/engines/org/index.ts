/** Engine org: the union tree, its people, dated memberships, dated offices and who may reach what. */
export { words as orgWords } from './org.words.ts';
export { inSubtrees, outermost, visibleTo } from './scope.sql.ts';
export * from './unions.ts';
export { findUnion, findUnionByJoinCode, findUnionFor, findUnions, findUnionsByCode, listAncestors, listSubtree, type Union } from './unions.sql.ts';
export * from './people.ts';
export * from './memberships.ts';
export type { Membership } from './memberships.sql.ts';
export { type Added, changeParticulars, type Particulars, takeBack } from './take-back.sql.ts';
export { countOffers, insertOffers as offerMemberships, listOpenOffers, lockOffer, type Offer, type OfferRow, settleOffer } from './offers.sql.ts';
export * from './offices.ts';
export type { OfficeHolding } from './offices.sql.ts';
export { countMembers, type MemberFigures, sumFigures } from './figures.sql.ts';
export { findTenantByJoinCode, listTenants } from './tenants.sql.ts';
