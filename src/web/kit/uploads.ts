/** The routes by which files come and are opened: `<Attach to={attachments.upload} …>`, `attachments.thumbnail.path`. */
export { api as attachments } from '../../features/across/attachments/attachments.contract.ts';
