import { stampBuild } from './build.ts';

stampBuild(process.cwd());
