/** The edge of the house: contracts become routes here, and nowhere else. */
export { Answered, Download, type Call, type LiveEvent } from './call.ts';
export { COOKIE, type DoorKeepers } from './door.ts';
export { AREAS, OFFICES, type AloneService, bind, bindAlone, bindLive, bindSwift, feature, type Area, type CodeList, type Feature, type Office, type Route } from './feature.ts';
export { words as doorWords } from './http.words.ts';
export { Limits } from './limits.ts';
export { jsonSchema, openApi } from './openapi.ts';
export { buildServer, type ServerOptions } from './server.ts';
