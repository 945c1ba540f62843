const { test, unfold } = require("./fixture");
const { readFileSync } = require("node:fs");
const AXE = readFileSync(require.resolve("/work/wt/house/tests/node_modules/axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];
const fs=require('fs');
function cpu(){ // all chromium processes' cpu, in s
 let t=0; for(const p of fs.readdirSync('/proc')){ if(!/^\d+$/.test(p)) continue; try{const c=fs.readFileSync(`/proc/${p}/cmdline`,'utf8'); if(!c.includes('chrom')||!c.includes(process.env.MARK)) continue; const s=fs.readFileSync(`/proc/${p}/stat`,'utf8').split(') ')[1].split(' '); t+=(+s[11]+ +s[12])/100;}catch{}} return t;}
test("prof", async ({page})=>{
 for (const a of ["/","/sazina/isa-tiksanas/","/cietumi/jelgavas-cietums/","/palidziba/drosiba/","/burtnica/"]) {
  let t=cpu(), now; const lap=(n)=>{now=cpu(); console.log(a,n,(now-t).toFixed(2)); t=now;};
  await page.setViewportSize({width:360,height:740});
  await page.goto(a); await unfold(page); lap('goto');
  await page.evaluate(AXE); lap('axe loaded');
  const run=(r)=>page.evaluate(async(runOnly)=>{await axe.run(document,{runOnly,resultTypes:["violations"]})},r);
  await run({type:"tag",values:TAGS}); lap('all');
  await page.emulateMedia({colorScheme:"dark"}); await run({type:"rule",values:LOOKS}); lap('looks');
  await run({type:"rule",values:["color-contrast"]}); lap('contrast');
  await run({type:"rule",values:["target-size"]}); lap('target');
  await run({type:"rule",values:["link-in-text-block"]}); lap('link');
 }
});
