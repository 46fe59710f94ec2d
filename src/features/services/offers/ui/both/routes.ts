/** The routes that pages of scarce things press and count by: one that claims, one that counts lightly, one that says what is mine. */
export { api as offerRoutes } from '../../offers.contract.ts';
