import {compare} from './measure.js';
export default async function () {
  const {port1,port2}=new MessageChannel(); 
  port2.onmessage=({data})=>port2.postMessage({iframeName:'a',sender:'b',message:{id:data.message.id,response:data.message.request.args}});
  const pend=new Map(); port1.onmessage=({data})=>{const r=pend.get(data.message.id);pend.delete(data.message.id);r(data.message.response)};
  let n=0; const call=(args)=>new Promise(r=>{const id='remote_intrx_plugin_-0123456789abcdef-0123456789abcdef#'+ ++n; pend.set(id,r);port1.postMessage({iframeName:'intrx_plugin_',sender:'remote_intrx_plugin_-0123456789abcdef',message:{id,request:{objectId:'interactionApi',verb:'post',attrName:'getCav',args}}})});
  const windowed=(()=>{let inF=0;const q=[];const pump=()=>{while(inF<40&&q.length){inF++;const [a,r]=q.shift();call(a).then(v=>{inF--;r(v);pump()})}};return a=>new Promise(r=>{q.push([a,r]);pump()})})();
  const p={interactionId:'45E471D607A94072A553A1406CC0BF03'};
  const t=await compare(9,{one:async()=>{for(let i=0;i<200;i++)await call(p)}, k:()=>Promise.all(Array.from({length:1000},()=>call(p))), w:()=>Promise.all(Array.from({length:1000},()=>windowed(p))),
   abort:()=>{for(let i=0;i<1000;i++){const c=new AbortController;c.signal.addEventListener('abort',()=>{});c.abort()}}, timers:()=>{for(let i=0;i<1000;i++)clearTimeout(setTimeout(()=>{},60000))}});
  return {...t,one:t.one/200};
}
