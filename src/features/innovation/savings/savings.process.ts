import { defineProcess } from '#engines/cases';
import { words as w } from './savings.words.ts';

/** The life of a small saving. Periods: rulebook `savings.*`. */
export const savingProcess = defineProcess({
  name: 'saving',
  title: w.saving,
  prefix: w.prefix,
  start: 'entered',
  states: {
    entered: { word: w.entered, waits: 'office', place: 1 },
    withFinance: { word: w.withFinance, waits: 'office', place: 2 },
    counted: { word: w.counted, waits: 'nobody', place: 3 },
    refused: { word: w.refused, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
  },
  steps: {
    accept: { word: w.didAccept, button: w.accept, from: ['entered'], to: 'counted', can: 'savings.verify', stops: ['answer'], tellsAuthor: { title: w.tellCounted, body: w.tellCountedBody } },
    lower: { word: w.didLower, button: w.lower, from: ['entered'], to: 'counted', can: 'savings.verify', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellLowered, body: w.tellLoweredBody } },
    pass: { word: w.didPass, button: w.pass, from: ['entered'], to: 'withFinance', can: 'savings.verify', needs: ['union'], starts: ['answer'], tellsAuthor: { title: w.tellPassed, body: w.tellPassedBody } },
    refuse: { word: w.didRefuse, button: w.refuse, from: ['entered'], to: 'refused', can: 'savings.verify', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellRefused, body: w.tellRefusedBody } },
    confirm: { word: w.didConfirm, button: w.confirm, from: ['withFinance'], to: 'counted', can: 'savings.confirm', stops: ['answer'], goesTo: 'origin', tellsAuthor: { title: w.tellCounted, body: w.tellCountedBody } },
    reduce: { word: w.didReduce, button: w.reduce, from: ['withFinance'], to: 'counted', can: 'savings.confirm', needs: ['text'], stops: ['answer'], goesTo: 'origin', tellsAuthor: { title: w.tellLowered, body: w.tellLoweredBody } },
    reject: { word: w.didReject, button: w.reject, from: ['withFinance'], to: 'refused', can: 'savings.confirm', needs: ['text'], stops: ['answer'], goesTo: 'origin', tellsAuthor: { title: w.tellRefused, body: w.tellRefusedBody } },
    strike: { word: w.didStrike, button: w.strike, from: ['counted'], to: 'refused', can: 'savings.confirm', needs: ['text'], tellsAuthor: { title: w.tellStruck, body: w.tellStruckBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['entered'], to: 'withdrawn', can: 'author', stops: ['answer'] },
  },
  rules: { clocks: { answer: 'savings.verify.withinWorkdays' }, escalateEvery: 'savings.escalate.everyWorkdays' },
  readers: 'savings.read',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/savings/:id',
  consolePath: '/savings/:id',
});
