// The document of a plan: networks that carry a number of hosts, the smallest first.
import type { Plan } from '@lightloom/core';
import { defineDocument } from '../format/format.ts';

export const planDocument = defineDocument<Plan>({ name: 'plan', defaultFormat: 'pretty' });
