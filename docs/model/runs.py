"""Slices, 'a complete listing ends BASELINE', damaged items and repair, as the Java code of 2026-11-27 (JAVA in protocol.py).
python3 runs.py          lists the runs
python3 runs.py a1 a2    the protocol (expected: OK, or LIMIT)
python3 runs.py x1 x2    a clause taken out (expected: VIOLATED, except those marked 'no violation expected'); f1-f3, u1, u2: see README.md
SEC=60 before it limits each run to 60 seconds."""
from protocol import *
import os, sys
L=9000000
def J(**k): d=dict(JAVA); d.update(k); return d
B=Bud
def M(tag,p=JAVA,sec=150,**k): return lambda name: Model(p,tag=name+' '+tag,**k).run(maxsec=int(os.environ.get('SEC',sec)),limit=L)
T=dict(J(repair='two'))
jobs={
 # 1 and 2: listing ends BASELINE, slices; ghost: LABEL3 is about the listing, not about the flag
 'a1':M('sys n=1 2S 1R omit empty',n=1,sweeps=2,refreshes=(0,),init='empty',bud=B(2,1,0,0,0),ghost=True),
 'a2':M('sys n=2 2S 1R fresh',n=2,sweeps=2,refreshes=(0,),init='fresh',vals=(0,),bud=B(1,0,0,0,0),ghost=True,splitheads=True,tsplit=True),
 'a3':M('imp n=2 2S fresh, one unreadable for good',n=2,sweeps=2,refreshes=(),init='fresh',kind='imp',recreate=False,vals=(0,),pfail=True,bud=B(1,0,1,1,1),ghost=True),
 'a4':M('imp n=2 3S fresh, 2 failures',n=2,sweeps=3,refreshes=(),init='fresh',kind='imp',recreate=False,vals=(0,),bud=B(1,0,0,2,0),ghost=True),
 'a5':M('sys n=2 2S 1R known, reads split',n=2,sweeps=2,refreshes=(0,),bud=B(2,0,0,0,0),vals=(0,1),splitheads=True,tsplit=True,sec=200),
 'a6':M('sys n=2 1S 1R known, all faults',n=2,sweeps=1,refreshes=(0,),vals=(0,1),bud=B(2,1,1,1,1),sec=200),
 'a7':M('sys n=2 2S known, omit fail delay',n=2,sweeps=2,refreshes=(),vals=(0,1),bud=B(2,1,0,1,1),sec=200),
 'a8':M('app n=2 1S 1R known, stale index',n=2,sweeps=1,refreshes=(0,),kind='app',recreate=False,bud=B(2,0,0,1,0),sec=200),
 'a9':M('sys n=2 1S 2R known, 2 changes',n=2,sweeps=1,refreshes=(0,1),bud=B(2,1,0,0,0),sec=200),
 'a10':M('sys n=1 2S 1R gone omit',n=1,sweeps=2,refreshes=(0,),init='gone',bud=B(2,1,0,0,0),tsplit=True),
 'a11':M('imp n=2 1S 1R all faults',n=2,sweeps=1,refreshes=(0,),kind='imp',recreate=False,bud=B(2,1,1,1,1),sec=200),
 # 3: damage and repair
 'd1':M('sys n=1 2S 1R known, 1 edit',n=1,sweeps=2,refreshes=(0,),bud=B(2,0,0,0,0,1)),
 'd2':M('sys n=1 1S 1R known, 2 edits, omit',n=1,sweeps=1,refreshes=(0,),bud=B(2,1,0,0,0,2)),
 'd3':M('sys n=1 2S gone, 1 edit',n=1,sweeps=2,refreshes=(0,),init='gone',bud=B(2,0,0,0,0,1)),
 'd4':M('sys n=2 1S 1R known, 1 edit',n=2,sweeps=1,refreshes=(0,),bud=B(2,1,0,0,0,1),sec=200),
 'd5':M('sys n=2 2S known, 1 edit',n=2,sweeps=2,refreshes=(),bud=B(2,0,0,0,0,1),sec=200),
 'd6':M('sys n=1 2S, scope item too, 2 edits',n=1,sweeps=2,refreshes=(),dscope='d',bud=B(2,0,0,0,0,2)),
 'd7':M('sys n=1 1S 1R, scope item, delay crash',n=1,sweeps=1,refreshes=(0,),dscope='d',bud=B(2,0,1,0,1,1)),
 'd8':M('sys n=1 2S, repair in two steps, 1 edit',T,n=1,sweeps=2,refreshes=(),dscope='d',bud=B(2,0,0,0,0,1)),
 'd9':M('app n=1 1S 1R, 1 edit',n=1,sweeps=1,refreshes=(0,),kind='app',recreate=False,bud=B(2,0,0,0,0,1)),
 'd0':M('sys n=1 2S 1R, 1 change, 1 edit',n=1,sweeps=2,refreshes=(0,),bud=B(1,0,0,0,0,1)),
 'd11':M('sys n=2 1S 1R, 1 change, 1 edit, scope item too, reads split',n=2,sweeps=1,refreshes=(0,),dscope='d',splitheads=True,tsplit=True,bud=B(1,0,0,0,0,1)),
 'd12':M('imp n=2 2S fresh, 1 edit',n=2,sweeps=2,refreshes=(),init='fresh',kind='imp',vals=(0,),recreate=False,bud=B(1,0,0,0,0,1),ghost=True),
 'd13':M('sys n=2 2S, 1 change, 1 edit, omit',n=2,sweeps=2,refreshes=(),bud=B(1,1,0,0,0,1)),
 'a12':M('sys n=2 2S 1R, 1 change',n=2,sweeps=2,refreshes=(0,),bud=B(1,0,0,0,0)),
 'a13':M('imp n=2 1S 1R, 1 change, omit fail delay crash',n=2,sweeps=1,refreshes=(0,),kind='imp',recreate=False,bud=B(1,1,1,1,1)),
 'd10':M('sys n=1 1S 1R, scope generation lowered, repair max+total',J(repgen='total'),n=1,sweeps=1,refreshes=(0,),dscope='gen',bud=B(2,0,0,0,0,2)),

 # a clause taken out or done wrongly
 'x1':M("old rule 'complete' ends BASELINE",J(ends='complete'),n=2,sweeps=2,refreshes=(),init='fresh',kind='imp',recreate=False,vals=(0,),pfail=True,bud=B(1,0,0,0,0),ghost=True),
 'x2':M('digest although others wrote, only the slice read again',J(anydigest=True),n=2,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0)),
 'x3':M('after a confirmation the new generation adopted, nothing read again',J(moved='adopt'),n=2,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0)),
 'x4':M('a new beginning after reading again',J(newbegin=True),n=2,sweeps=1,refreshes=(0,),bud=B(3,0,0,0,0)),
 'x5':M('digest over other slices not read again, reading each slice once',J(anydigest=True,noslice=True),n=2,sweeps=2,refreshes=(),bud=B(2,0,0,0,0)),
 'x6':M('damaged head trusted',J(trust=True),n=1,sweeps=1,refreshes=(),bud=B(1,0,0,0,0,1)),
 'x6b':M('damaged head trusted, by content alone',J(trust=True,nohurt=True),n=1,sweeps=1,refreshes=(),bud=B(1,0,0,0,0,1)),
 'x7':M('digest stored by a sweep that saw a damaged head',J(dmgdigest=True),n=1,sweeps=1,refreshes=(),bud=B(1,0,0,0,0,1)),
 'x8':M('repair does not raise the generation, head with generation 0',J(repgen='zero'),n=1,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0,1)),
 'x9':M('repair does not raise the generation, head with the present one (no violation expected)',J(repgen='same'),n=1,sweeps=1,refreshes=(0,),dscope='d',bud=B(2,0,0,0,0,1)),
 'x10':M('repair raises the scope, head with the generation before (no violation expected)',J(repgen='count'),n=1,sweeps=1,refreshes=(0,),dscope='d',bud=B(2,0,0,0,0,1)),
 'x11':M('repair in two steps without a condition',J(repair='uncond'),n=1,sweeps=1,refreshes=(0,),bud=B(1,0,0,0,0,1)),
 'x12':M('repair keeps the digest of a damaged scope item',J(repdig='keep'),n=1,sweeps=1,refreshes=(),dscope='d',bud=B(1,0,0,0,0,1)),
 'x13':M('scope generation lowered, repair only adds 1',J(),n=1,sweeps=1,refreshes=(0,),dscope='gen',bud=B(2,0,0,0,0,2)),
 'x14':M('read again: head and tombstone before the scope item (no violation expected)',J(headsfirst=True),n=2,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0)),
 'x15':M('no isConsistent (no violation expected)',J(cons=False),n=2,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0)),
 'x16':M('no second read after confirmations (no violation expected)',J(moved='none'),n=2,sweeps=1,refreshes=(0,),bud=B(2,0,0,0,0)),
 'u1':M('generation of the scope item lowered by hand, unseen: it has no checksum',n=1,sweeps=2,refreshes=(0,),dscope='unseen',bud=B(2,0,0,0,0,1)),
 'u2':M('the same, safety alone',J(noconv=True),n=1,sweeps=2,refreshes=(0,),dscope='unseen',bud=B(2,0,0,0,0,1)),
 # LABEL2: everything existed all along; a listing that was not recorded in full ends BASELINE
 'f1':M('LABEL2, time is up in the first sweep, every listing counts',J(label2=True,ends='listing'),n=2,sweeps=2,refreshes=(),init='empty',vals=(0,),bud=B(0,0,0,1,0),ghost=True),
 'f2':M('LABEL2, lost conditions up to the limit, every listing counts',J(label2=True,ends='listing'),n=2,sweeps=2,refreshes=(),init='empty',vals=(0,),tries=0,bud=B(0,0,0,0,0),ghost=True),
 'f3':M('LABEL2, listed only if all was recorded',J(label2=True,ends='written'),n=2,sweeps=2,refreshes=(0,),init='empty',vals=(0,),bud=B(0,0,1,1,1),ghost=True),
}
if __name__=='__main__':
    if len(sys.argv)<2: print(*jobs)
    for j in sys.argv[1:]: jobs[j](j)
