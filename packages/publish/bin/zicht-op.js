#!/usr/bin/env node
import { argv } from 'node:process';
import { run } from '../dist/command.js';

process.exitCode = await run(argv.slice(2));
