import { test } from '@playwright/test';
import { buildLargeSite } from './large-site.ts';

test('a thousand made-up laws are built', buildLargeSite);
