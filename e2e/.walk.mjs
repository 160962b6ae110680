import { chromium } from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking']});
const p=await (await b.newContext({viewport:{width:1440,height:900}})).newPage();
p.on('console',x=>{if(['error','warning'].includes(x.type()))console.log('CONSOLE',x.text().slice(0,400))});p.on('pageerror',e=>console.log('PAGEERROR',e.message.slice(0,300)));
p.on('response',async r=>{if(r.url().includes('/api/')&&r.status()>=400)console.log(r.status(),r.url(),(await r.text()).slice(0,300))});
await p.goto('http://localhost:4711/');
await p.getByRole('button',{name:'Sign in with Microsoft'}).click();
await p.waitForTimeout(2500);

const shot=async n=>{await p.screenshot({path:`/tmp/shots/live-${n}.png`});console.log('--',n,p.url(),await p.title())};
await p.getByText(process.argv[2]??'Alex Lund').click();
await p.waitForURL('http://localhost:4711/**'); await p.waitForTimeout(2500); await shot('runs');
await p.getByLabel('Customer').fill('Contoso'); await p.getByRole('button',{name:'Begin the set-up'}).click();
await p.waitForTimeout(1500); await shot('hub');
await p.getByRole('button',{name:/Begin:/}).click(); await p.waitForTimeout(2500); await shot('environment');
await p.getByRole('button',{name:'Use this environment'}).click(); await p.waitForTimeout(4000); await shot('environment2');
for(const n of ['access','licensing','dual-write','table-maps']){
  const c=p.getByRole('button',{name:/Continue to/}); if(!(await c.count())){console.log('no continue',await p.locator('main').innerText());break}
  await c.click(); await p.waitForTimeout(4000); await shot(n);
}
const keep=p.getByRole('button',{name:'Use these settings'}); if(await keep.count()){await keep.click(); await p.waitForTimeout(4000); await shot('table-maps2');}
console.log((await p.locator('main').innerText()).slice(0,2500));
await b.close();
