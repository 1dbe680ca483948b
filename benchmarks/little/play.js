// Plays little.ink over and over; prints choices, lines shown and seconds as JSON.
"use strict";
const fs = require("fs");
// Required by its own name, from the folder that npm put it in.
const { Compiler } = require(require.resolve("inkjs/full", { paths: [process.argv[2]] }));

const story = new Compiler(fs.readFileSync(`${__dirname}/little.ink`, "utf8")).Compile();

function play(times) {
  let choices = 0;
  let lines = 0;
  for (let round = 0; round < times; round++) {
    story.ResetState();
    for (let step = 0; ; step++) {
      while (story.canContinue) {
        if (story.Continue().length > 1) lines++;
      }
      const offered = story.currentChoices;
      if (offered.length === 0) break;
      story.ChooseChoiceIndex(step % offered.length);
      choices++;
    }
  }
  return { choices, lines };
}

const times = Number(process.argv[3]);
play(times / 4); // let the machine warm up
let best = null;
for (let turn = 0; turn < 3; turn++) {
  const begin = process.hrtime.bigint();
  const done = play(times);
  done.seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (best === null || done.seconds < best.seconds) best = done;
}
console.log(JSON.stringify(best));
