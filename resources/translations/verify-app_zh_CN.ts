<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About verify-app</source>
        <translation>关于 verify-app</translation>
    </message>
    <message>
        <source>verify-app {version}

Review what a YOLO26 model proposed, keep who verified what, and write datasets whose share of real, human-verified data is enforced.

Free software under the AGPL-3.0. Every decision is saved at once in the project's folder; nothing leaves this computer unless you agree to it.</source>
        <translation>verify-app {version}

审核 YOLO26 模型给出的候选，记录谁验证了什么，并导出保证真实且经人工验证数据占比的数据集。

基于 AGPL-3.0 的自由软件。每个决定都会立即保存到项目文件夹；未经您同意，任何数据都不会离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>AddImages</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a folder first.</source>
        <translation>请先添加文件夹。</translation>
    </message>
    <message>
        <source>Add a video or a file of labels…</source>
        <translation>添加视频或标签文件…</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入内容</translation>
    </message>
    <message>
        <source>Choose a video or a file of labels</source>
        <translation>选择视频或标签文件</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>选择图像所在的文件夹</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Images and labels: COCO</source>
        <translation>图像和标签：COCO</translation>
    </message>
    <message>
        <source>Images and labels: CVAT</source>
        <translation>图像和标签：CVAT</translation>
    </message>
    <message>
        <source>Images and labels: DOTA</source>
        <translation>图像和标签：DOTA</translation>
    </message>
    <message>
        <source>Images and labels: Pascal VOC</source>
        <translation>图像和标签：Pascal VOC</translation>
    </message>
    <message>
        <source>Images and labels: Ultralytics NDJSON</source>
        <translation>图像和标签：Ultralytics NDJSON</translation>
    </message>
    <message>
        <source>Images and labels: YOLO</source>
        <translation>图像和标签：YOLO</translation>
    </message>
    <message>
        <source>Images and labels: labelme, X-AnyLabeling</source>
        <translation>图像和标签：labelme、X-AnyLabeling</translation>
    </message>
    <message>
        <source>Images and labels; find out the format</source>
        <translation>图像和标签（自动识别格式）</translation>
    </message>
    <message>
        <source>Images are in</source>
        <translation>图像位置</translation>
    </message>
    <message>
        <source>Images only</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>Images stay where they are; the project remembers them.</source>
        <translation>图像留在原处，项目只记录其位置。</translation>
    </message>
    <message>
        <source>Look at what each number is here, then confirm it.</source>
        <translation>请查看每个编号在这里是什么，然后确认。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes, and the project has none yet. Add its classes first, or put a classes.txt beside the labels with a name a line.</source>
        <translation>标签旁边没有任何文件说明类别名称，项目中也还没有类别。请先添加类别，或在标签旁放一个每行一个名称的 classes.txt。</translation>
    </message>
    <message>
        <source>Nothing beside the labels names their classes. By their place in the project's list the numbers are these; change what is different, then confirm it.</source>
        <translation>标签旁边没有任何文件说明类别名称。按项目列表中的位置，编号对应如下；请修改不同之处，然后确认。</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>从视频中取</translation>
    </message>
    <message>
        <source>Read the class names</source>
        <translation>读取类别名称</translation>
    </message>
    <message>
        <source>Reading the class names…</source>
        <translation>正在读取类别名称…</translation>
    </message>
    <message>
        <source>Say how many frames to take of {name}.</source>
        <translation>请指定从 {name} 取多少帧。</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>The numbers mean these classes</source>
        <translation>这些编号就是这些类别</translation>
    </message>
    <message>
        <source>The project has no class yet; it takes those of the labels, in their order.</source>
        <translation>项目还没有类别；将按顺序采用标签中的类别。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} 已不存在；请将其从列表中移除，或放回原处。</translation>
    </message>
    <message>
        <source>Vouched for by</source>
        <translation>担保人</translation>
    </message>
    <message>
        <source>What the labels call a class, and what it is here; nothing is guessed.</source>
        <translation>标签中的类别名称，以及它在此处是什么；绝不猜测。</translation>
    </message>
    <message>
        <source>Who vouches that these labels are right and that nothing is missing.</source>
        <translation>担保这些标签正确且没有遗漏的人。</translation>
    </message>
    <message>
        <source>beside the labels</source>
        <translation>与标签在一起</translation>
    </message>
    <message>
        <source>nobody: they come in unverified</source>
        <translation>无人：作为未验证标签导入</translation>
    </message>
    <message>
        <source>{number} ({n} labels)</source>
        <translation>{number}（{n} 个标签）</translation>
    </message>
</context>
<context>
    <name>AdjustSheet</name>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Only on the screen: the file and the model see nothing of it.</source>
        <translation>仅影响屏幕显示，文件和模型不受影响。</translation>
    </message>
    <message>
        <source>View of the picture</source>
        <translation>图像显示</translation>
    </message>
</context>
<context>
    <name>Aiming</name>
    <message>
        <source>A click selects.</source>
        <translation>单击来选择。</translation>
    </message>
    <message>
        <source>What the pointer comes to is selected, and keys act on it. [aim] ends that.</source>
        <translation>指针移到的对象会被选中，按键作用于它。[aim] 可结束。</translation>
    </message>
</context>
<context>
    <name>BlindSettling</name>
    <message>
        <source>All labels are right  ([complete])</source>
        <translation>所有标签都正确  ([complete])</translation>
    </message>
    <message>
        <source>Drawn blind as {name}; the model said {theirs}.</source>
        <translation>盲标为 {name}；模型认为是 {theirs}。</translation>
    </message>
    <message>
        <source>Drawn blind: the model did not see this {name}.</source>
        <translation>盲标：模型没有检测到这个 {name}。</translation>
    </message>
    <message>
        <source>Drawn blind: the model outlined this {name} differently (thin line).</source>
        <translation>盲标：模型给出的这个 {name} 轮廓不同（细线）。</translation>
    </message>
    <message>
        <source>Drawn blind: the model saw {name} here, and nothing was drawn.</source>
        <translation>盲标：模型在此检测到 {name}，但没有绘制。</translation>
    </message>
    <message>
        <source>Settled: the labels were right, {n} times. [undo] takes it back.</source>
        <translation>已解决：{n} 处均以标签为准。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Settled: the model was right. [undo] takes it back.</source>
        <translation>已解决：模型正确。按 [undo] 撤销。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Image</source>
        <translation>当前图像</translation>
    </message>
</context>
<context>
    <name>ClassEditing</name>
    <message>
        <source>Merged {a} into {b}. [undo] takes it back.</source>
        <translation>已将 {a} 合并到 {b}。按 [undo] 撤销。</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>New class, Enter adds it</source>
        <translation>新类别，按 Enter 添加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>ClassPopup</name>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>, not verified any more</source>
        <translation>，不再是已验证</translation>
    </message>
    <message>
        <source>, verified now</source>
        <translation>，现已验证</translation>
    </message>
    <message>
        <source>Classes with as many objects as before: {n}</source>
        <translation>对象数未变的类别：{n}</translation>
    </message>
    <message>
        <source>From {before} to {after}: images +{added} −{removed}, {changed} changed, {moved} moved; labels +{more} −{fewer}, {regraded} images with other evidence.</source>
        <translation>从 {before} 到 {after}：图像 +{added} −{removed}，变化 {changed}，移动 {moved}；标签 +{more} −{fewer}，仅依据变化的图像 {regraded}。</translation>
    </message>
    <message>
        <source>Images that came, went or changed</source>
        <translation>新增、移除或变化的图像</translation>
    </message>
    <message>
        <source>Objects in train by class</source>
        <translation>训练集中各类别的对象</translation>
    </message>
    <message>
        <source>Training images, real and others</source>
        <translation>训练图像：真实与其他</translation>
    </message>
</context>
<context>
    <name>CompositionBar</name>
    <message>
        <source>1 other</source>
        <translation>其他 1</translation>
    </message>
    <message>
        <source>Composition of the training set</source>
        <translation>训练集构成</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>排除 {n}</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>其他 {n}</translation>
    </message>
    <message>
        <source>{n} real and verified</source>
        <translation>真实且已验证 {n}</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Crops</source>
        <translation>裁剪图</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>1 suggestion of a program is left; it counts for nothing.</source>
        <translation>还剩 1 条程序的建议；它不计入任何统计。</translation>
    </message>
    <message>
        <source>Complete and empty: {name}.</source>
        <translation>已完成（无目标）：{name}。</translation>
    </message>
    <message>
        <source>Complete and empty: {name}. Proposals rejected: {n}; [undo] takes it back.</source>
        <translation>已完成（无目标）：{name}。拒绝候选 {n} 个；按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Complete: {name}.</source>
        <translation>已完成：{name}。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message>
        <source>Flag cleared.</source>
        <translation>已清除存疑标记。</translation>
    </message>
    <message>
        <source>Flagged as unsure. The image is not complete until the flag is cleared ([flag]).</source>
        <translation>已标记为存疑。清除标记（[flag]）之前，该图像不算完成。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [complete] again leaves it out.</source>
        <translation>可能遗漏了 1 个隐藏的候选。按 [accept] 接受；再按 [complete] 则忽略。</translation>
    </message>
    <message>
        <source>One hidden proposal may have been missed. [accept] accepts it; [empty]: nothing is here.</source>
        <translation>有一个隐藏的候选可能被漏掉。[accept] 接受它；[empty] 表示此处什么都没有。</translation>
    </message>
    <message>
        <source>Origin of {n} set: {origin}.</source>
        <translation>已设置 {n} 张图像的来源：{origin}。</translation>
    </message>
    <message>
        <source>Released from gold: {n}.</source>
        <translation>已移出金标：{n}。</translation>
    </message>
    <message>
        <source>Removed from the project: {n}. [undo] brings them back.</source>
        <translation>已移出项目：{n}。按 [undo] 恢复。</translation>
    </message>
    <message>
        <source>Reopened {n} images.</source>
        <translation>已重新打开 {n} 张图像。</translation>
    </message>
    <message>
        <source>Reopened.</source>
        <translation>已重新打开。</translation>
    </message>
    <message>
        <source>Reserved for gold: {n}.</source>
        <translation>已留作金标：{n}。</translation>
    </message>
    <message>
        <source>Smaller than 6 pixels on the screen: {n}; [undo] takes it back.</source>
        <translation>屏幕上小于 6 像素：{n}；[undo] 可撤销。</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>已撤销：{what}。</translation>
    </message>
    <message>
        <source>{name}: {file}.</source>
        <translation>{name}：{file}。</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [complete] again leaves them out.</source>
        <translation>可能遗漏了 {n} 个隐藏的候选。按 [accept] 接受一个；再按 [complete] 则全部忽略。</translation>
    </message>
    <message>
        <source>{n} hidden proposals may have been missed. [accept] accepts one; [empty]: nothing is here.</source>
        <translation>有 {n} 个隐藏的候选可能被漏掉。[accept] 接受一个；[empty] 表示此处什么都没有。</translation>
    </message>
    <message>
        <source>{n} suggestions of programs are left; they count for nothing.</source>
        <translation>还剩 {n} 条程序的建议；它们不计入任何统计。</translation>
    </message>
</context>
<context>
    <name>Demands</name>
    <message>
        <source>Another share</source>
        <translation>其他占比</translation>
    </message>
    <message>
        <source>Balanced: 50 %</source>
        <translation>均衡：50 %</translation>
    </message>
    <message>
        <source>By images</source>
        <translation>按图像</translation>
    </message>
    <message>
        <source>By objects</source>
        <translation>按对象</translation>
    </message>
    <message>
        <source>Careful: 67 %</source>
        <translation>谨慎：67 %</translation>
    </message>
    <message>
        <source>Decided in the window</source>
        <translation>在窗口中判定</translation>
    </message>
    <message>
        <source>Deepest model</source>
        <translation>模型最大深度</translation>
    </message>
    <message>
        <source>Fresh human work</source>
        <translation>新的人工工作</translation>
    </message>
    <message>
        <source>Keep what the parent version had</source>
        <translation>保留父版本已有的内容</translation>
    </message>
    <message>
        <source>Lean: 20 %</source>
        <translation>精简：20 %</translation>
    </message>
    <message>
        <source>More rules</source>
        <translation>更多规则</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>规则例外</translation>
    </message>
    <message>
        <source>Proposals from confidence</source>
        <translation>采用候选的置信度</translation>
    </message>
    <message>
        <source>Rare classes lose nothing verified</source>
        <translation>稀有类别的已验证标签不减少</translation>
    </message>
    <message>
        <source>Real, verified share</source>
        <translation>真实已验证占比</translation>
    </message>
    <message>
        <source>Reviewers surely catch</source>
        <translation>审核人确定能发现</translation>
    </message>
    <message>
        <source>Within each class</source>
        <translation>每个类别之内</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No image fits this filter; choose another one on the left.</source>
        <translation>没有符合此筛选条件的图像；请在左侧另选条件。</translation>
    </message>
    <message>
        <source>No unreviewed image comes after this one; [previous_unreviewed] goes back to those before.</source>
        <translation>后面没有未审核的图像了；按 [previous_unreviewed] 返回前面的。</translation>
    </message>
    <message>
        <source>No unreviewed image comes before this one.</source>
        <translation>前面没有未审核的图像了。</translation>
    </message>
    <message>
        <source>Nothing in this list is left to review.</source>
        <translation>此列表已全部审核完毕。</translation>
    </message>
    <message>
        <source>The file was changed on disk just now; nothing was decided. Look again.</source>
        <translation>文件刚刚在磁盘上被更改；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>The picture is not shown yet; nothing was decided.</source>
        <translation>图像尚未显示；未作任何决定。</translation>
    </message>
    <message>
        <source>This is the first image.</source>
        <translation>这是第一张图像。</translation>
    </message>
    <message>
        <source>This is the last image of the list.</source>
        <translation>这是列表中的最后一张图像。</translation>
    </message>
    <message>
        <source>class {id}</source>
        <translation>类别 {id}</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>First finish what you draw; [undo] takes back a point, [cancel] gives it up.</source>
        <translation>请先画完；[undo] 撤回一个点，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>Let go of the mouse button first.</source>
        <translation>请先松开鼠标按键。</translation>
    </message>
    <message>
        <source>The picture has another size now; what you began to draw on it was given up.</source>
        <translation>图片的尺寸已改变；未画完的部分已放弃。</translation>
    </message>
    <message>
        <source>What you began to draw here is in hand again. [undo] takes back a point, [cancel] gives it up.</source>
        <translation>这里未画完的部分可以继续画。[undo] 撤回一个点，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>What you began to draw on {name} is not finished; it is there when you come back.</source>
        <translation>{name} 上还有未画完的部分；返回时可以继续画。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Accepted: {name}.</source>
        <translation>已接受：{name}。</translation>
    </message>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>请先添加类别：在右侧“类别”下输入名称。</translation>
    </message>
    <message>
        <source>Another proposal lies there, to be decided by itself.</source>
        <translation>那里还有另一个候选，需单独判断。</translation>
    </message>
    <message>
        <source>Changed the region of {name}.</source>
        <translation>已更改 {name} 的区域。</translation>
    </message>
    <message>
        <source>Copied. [paste] puts it on this or another image.</source>
        <translation>已复制。按 [paste] 粘贴到此图像或其他图像。</translation>
    </message>
    <message>
        <source>Drawn as {name}. [class_1]–[class_9] or [class] gives it another class.</source>
        <translation>已绘制为 {name}。按 [class_1]–[class_9] 或 [class] 更改类别。</translation>
    </message>
    <message>
        <source>Duplicated: {n}.</source>
        <translation>已复制副本：{n}。</translation>
    </message>
    <message>
        <source>Locked again.</source>
        <translation>已重新锁定。</translation>
    </message>
    <message>
        <source>Moved {n} objects.</source>
        <translation>已移动 {n} 个对象。</translation>
    </message>
    <message>
        <source>Nothing is copied yet: select an object and press [copy].</source>
        <translation>尚未复制任何内容：选中对象后按 [copy]。</translation>
    </message>
    <message>
        <source>Pasted: {n}.</source>
        <translation>已粘贴：{n}。</translation>
    </message>
    <message>
        <source>Put away: {name}, which a program suggested.</source>
        <translation>已收起：{name}（程序的建议）。</translation>
    </message>
    <message>
        <source>Rejected: {name}.</source>
        <translation>已拒绝：{name}。</translation>
    </message>
    <message>
        <source>Rejected: {name}; {n} in all, with what was folded. [undo] takes it back.</source>
        <translation>已拒绝：{name}，连同折叠的共 {n} 个。[undo] 可撤销。</translation>
    </message>
    <message>
        <source>Removed: {name}.</source>
        <translation>已删除：{name}。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>The image stays complete; [undo] takes it back.</source>
        <translation>图像仍为完成状态；按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>The marked one is as it was: click it first, or press [class].</source>
        <translation>已标出的对象保持原样：请先点击它，或按 [class]。</translation>
    </message>
    <message>
        <source>The next object you draw will be: {name}.</source>
        <translation>下一个绘制的对象类别：{name}。</translation>
    </message>
    <message>
        <source>There is no class {number}.</source>
        <translation>没有第 {number} 个类别。</translation>
    </message>
    <message>
        <source>This label is verified already.</source>
        <translation>此标签已经验证过。</translation>
    </message>
    <message>
        <source>This object is not verified yet; change it as it is.</source>
        <translation>此对象尚未验证；可以直接修改。</translation>
    </message>
    <message>
        <source>To be fixed later: {name}. It keeps the image from being complete.</source>
        <translation>稍后修正：{name}。在此之前图像不算完成。</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name} 等，另有 {n} 个</translation>
    </message>
    <message>
        <source>{name} is verified by {who}. [edit_label] unlocks it to be changed.</source>
        <translation>{name} 已由 {who} 验证。按 [edit_label] 解锁后可修改。</translation>
    </message>
    <message>
        <source>{name}, verified by {who}, can be changed now. [edit_label] or [cancel] locks it again.</source>
        <translation>由 {who} 验证的 {name} 现在可以修改。按 [edit_label] 或 [cancel] 重新锁定。</translation>
    </message>
    <message>
        <source>{n} objects are {new} now.</source>
        <translation>{n} 个对象现为 {new}。</translation>
    </message>
    <message>
        <source>{old} is {new} now.</source>
        <translation>{old} 已改为 {new}。</translation>
    </message>
</context>
<context>
    <name>Evaluate</name>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Evaluating… the job panel shows how far it is.</source>
        <translation>正在评估……进度见任务栏。</translation>
    </message>
    <message>
        <source>Measures the ticked models on the gold images. The first one is the old model.</source>
        <translation>在金标图像上评估勾选的模型。第一个为旧模型。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>待评估模型</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tick at least one model; Project › Predict or File › Add brings one in.</source>
        <translation>请至少勾选一个模型；可通过“项目 › 预测”或“文件 › 添加”引入。</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}</source>
        <translation>{name}   第 {round} 轮，深度 {depth}</translation>
    </message>
    <message>
        <source>{name}   round {round}, depth {depth}; trained on {version} as claimed</source>
        <translation>{name}   第 {round} 轮，深度 {depth}；据称在 {version} 上训练</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Choose a folder for the dataset</source>
        <translation>选择数据集文件夹</translation>
    </message>
    <message>
        <source>Choose a folder to write to.</source>
        <translation>请选择导出文件夹。</translation>
    </message>
    <message>
        <source>Choose a policy file</source>
        <translation>选择策略文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export dataset</source>
        <translation>导出数据集</translation>
    </message>
    <message>
        <source>Exporting… the job panel shows how far it is.</source>
        <translation>正在导出……进度见任务栏。</translation>
    </message>
    <message>
        <source>If the share is not met</source>
        <translation>占比不足时</translation>
    </message>
    <message>
        <source>Keep for this project</source>
        <translation>用作本项目策略</translation>
    </message>
    <message>
        <source>Leave out what is too much (trim)</source>
        <translation>排除多余部分 (trim)</translation>
    </message>
    <message>
        <source>Link images to their sources instead of copying them</source>
        <translation>将图像链接到数据源，而不复制</translation>
    </message>
    <message>
        <source>Load policy…</source>
        <translation>载入策略…</translation>
    </message>
    <message>
        <source>More than half of the candidates would stay out; tick the box if that is meant.</source>
        <translation>将排除超过一半的候选图像；若确需如此请勾选。</translation>
    </message>
    <message>
        <source>Needs no room on the disk of the sources, but who saves into one changes the version.</source>
        <translation>与数据源同盘时不占空间，但就地保存数据源会改变版本。</translation>
    </message>
    <message>
        <source>Policies (*.toml);;All files (*)</source>
        <translation>策略 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Real, human-verified images keep their share; what would thin it out is left out.</source>
        <translation>保持真实且经人工验证图像的占比；会稀释它的部分将被排除。</translation>
    </message>
    <message>
        <source>Refuse instead of leaving out (strict)</source>
        <translation>不排除而是拒绝导出 (strict)</translation>
    </message>
    <message>
        <source>Save policy…</source>
        <translation>保存策略…</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>策略的保存位置</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Split train/val/test</source>
        <translation>train/val/test 划分</translation>
    </message>
    <message>
        <source>The meter below the images then follows this policy.</source>
        <translation>图像下方的指示条随之遵循此策略。</translation>
    </message>
    <message>
        <source>This is the project's policy now; overrides are for one version and not kept.</source>
        <translation>这已是项目的策略；规则例外只用于一个版本，不会保存。</translation>
    </message>
    <message>
        <source>What is demanded</source>
        <translation>所要求的条件</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>将写出的内容</translation>
    </message>
    <message>
        <source>Working out what this would be…</source>
        <translation>正在计算结果……</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
    <message>
        <source>{said} Looking at the files…</source>
        <translation>{said} 正在查看文件…</translation>
    </message>
</context>
<context>
    <name>FilterSheet</name>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Confidence of a proposal</source>
        <translation>候选的置信度</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>与模型的分歧</translation>
    </message>
    <message>
        <source>Filters, with the number of images</source>
        <translation>筛选条件及图像数</translation>
    </message>
    <message>
        <source>Flagged as unsure</source>
        <translation>存疑标记</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金标（仅评估）</translation>
    </message>
    <message>
        <source>Grade of a label</source>
        <translation>标签的等级</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name to keep this filter under</source>
        <translation>此筛选条件的名称</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核者</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行批次</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存的筛选条件</translation>
    </message>
    <message>
        <source>Saved filters…</source>
        <translation>已存的筛选条件…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>数据源名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ticks in one group add up; groups narrow each other.</source>
        <translation>同组勾选取并集，各组之间取交集。</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>not gold</source>
        <translation>非金标</translation>
    </message>
    <message>
        <source>other class</source>
        <translation>类别不同</translation>
    </message>
    <message>
        <source>other outline</source>
        <translation>轮廓不同</translation>
    </message>
    <message>
        <source>run {n}</source>
        <translation>运行 {n}</translation>
    </message>
    <message>
        <source>the model does not see it</source>
        <translation>模型未检测到</translation>
    </message>
    <message>
        <source>the model sees more</source>
        <translation>模型检测到更多</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>选择图像文件夹</translation>
    </message>
    <message>
        <source>Only images said to be real count as real.</source>
        <translation>只有标明为真实的图像才算真实。</translation>
    </message>
</context>
<context>
    <name>ForeignBar</name>
    <message>
        <source>It is mine</source>
        <translation>这是我的项目</translation>
    </message>
    <message>
        <source>Its folder “{name}” lies in {place}.</source>
        <translation>其文件夹“{name}”实际位于 {place}。</translation>
    </message>
    <message>
        <source>The project is only shown. Press “It is mine” above to work in it.</source>
        <translation>项目目前只供查看。要在其中工作，请按上方的“这是我的项目”。</translation>
    </message>
    <message>
        <source>This project comes from elsewhere. It is only shown, and nothing in its folder is changed.</source>
        <translation>此项目来自别处。目前只供查看，不会更改其文件夹中的任何内容。</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of videos take</source>
        <translation>从视频中取</translation>
    </message>
    <message>
        <source>every so many frames</source>
        <translation>每隔若干帧取一帧</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>lossless (PNG)</source>
        <translation>无损 (PNG)</translation>
    </message>
    <message>
        <source>nothing: leave videos aside</source>
        <translation>不取：跳过视频</translation>
    </message>
</context>
<context>
    <name>GridDeciding</name>
    <message>
        <source>Accepted: {n}.</source>
        <translation>已接受：{n}。</translation>
    </message>
    <message>
        <source>Left as they are: {n} ({why})</source>
        <translation>保持原样：{n}（{why}）</translation>
    </message>
    <message>
        <source>Not looked at, so left: {n}.</source>
        <translation>未看过，因此保留：{n}。</translation>
    </message>
    <message>
        <source>Rejected: {n}.</source>
        <translation>已拒绝：{n}。</translation>
    </message>
    <message>
        <source>Select crops first: click, sweep with the mouse, or [select_all] for all.</source>
        <translation>请先选择裁剪图：单击、拖选，或按 [select_all] 全选。</translation>
    </message>
    <message>
        <source>Settled with them, as of the same objects: {n}.</source>
        <translation>属于同一物体而随之确定：{n}。</translation>
    </message>
    <message>
        <source>These were not on the screen with their picture yet; nothing was decided. Look first.</source>
        <translation>这些还没有连同图像显示在屏幕上；未作任何决定。请先看一看。</translation>
    </message>
    <message>
        <source>To be fixed later: {n}.</source>
        <translation>稍后修正：{n}。</translation>
    </message>
    <message>
        <source>[undo] takes it back.</source>
        <translation>按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>{name} now: {n}.</source>
        <translation>已改为 {name}：{n}。</translation>
    </message>
</context>
<context>
    <name>GridHost</name>
    <message>
        <source>[accept] accepts, [reject] rejects, a number gives a class. Enter opens it, [cancel] goes back.</source>
        <translation>[accept] 接受，[reject] 拒绝，数字指定类别。Enter 打开，[cancel] 返回。</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>(no more are shown; choose a class or a confidence)</source>
        <translation>（不再显示更多；请按类别或置信度筛选）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Confidence up to</source>
        <translation>置信度上限</translation>
    </message>
    <message>
        <source>Looking for objects…</source>
        <translation>正在查找对象……</translation>
    </message>
    <message>
        <source>No object fits. Choose another class, state or confidence above.</source>
        <translation>没有符合的对象。请在上方另选类别、状态或置信度。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>alike together</source>
        <translation>相似相邻</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按发现顺序</translation>
    </message>
    <message>
        <source>comparing: {k} of {n}</source>
        <translation>正在比较：{k} / {n}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>looking: {n} so far</source>
        <translation>正在查找：目前 {n}</translation>
    </message>
    <message>
        <source>small first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>sure first</source>
        <translation>置信度从高到低</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>{k} of {n} selected</source>
        <translation>已选 {k} / {n}</translation>
    </message>
    <message>
        <source>{k} selected.</source>
        <translation>已选中 {k} 个。</translation>
    </message>
    <message>
        <source>{k} selected; {n} below were not looked at.</source>
        <translation>已选中 {k} 个；下方 {n} 个还没有看过。</translation>
    </message>
    <message>
        <source>{k} selected; {n} others were not looked at.</source>
        <translation>已选中 {k} 个；另外 {n} 个还没有看过。</translation>
    </message>
    <message>
        <source>{n} objects</source>
        <translation>{n} 个对象</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>HeatSweep</name>
    <message>
        <source>Heat: here images of this source usually hold something and this one does not. [heat] takes it away.</source>
        <translation>热图：该来源的图像在此处通常有对象，而这张没有。[heat] 可将其关闭。</translation>
    </message>
    <message>
        <source>No heat: this image lacks nothing that is usual in its source.</source>
        <translation>没有热图：该来源中常见的对象，这张图像都不缺。</translation>
    </message>
    <message>
        <source>No heat: {n} other images of this source were looked at, and it takes {least} to tell.</source>
        <translation>没有热图：该来源已看过 {n} 张其他图像，至少需要 {least} 张才能判断。</translation>
    </message>
    <message>
        <source>The heat is off.</source>
        <translation>热图已关闭。</translation>
    </message>
    <message>
        <source>This image is drawn blind: no heat.</source>
        <translation>这张图像需盲画：没有热图。</translation>
    </message>
    <message>
        <source>This project is about whole images: no heat.</source>
        <translation>此项目针对整张图像：没有热图。</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History of this image</source>
        <translation>此图像的历史</translation>
    </message>
    <message>
        <source>History of this label</source>
        <translation>此标签的历史</translation>
    </message>
    <message>
        <source>Nothing was decided here yet.</source>
        <translation>这里尚未作任何决定。</translation>
    </message>
    <message>
        <source>Up and down walk through it; thin lines show what was there. Esc closes.</source>
        <translation>上下键逐条查看；细线表示当时的形状。Esc 关闭。</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>以及另外 {n} 项</translation>
    </message>
    <message>
        <source>proposed by {name}</source>
        <translation>由 {name} 提出的候选</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>由 {name} 建议</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>ImageList</name>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>筛选图像</translation>
    </message>
    <message>
        <source>Filters: {n}</source>
        <translation>筛选：{n}</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Find images by name</source>
        <translation>按名称筛选图像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>No image fits this filter.</source>
        <translation>没有符合此筛选条件的图像。</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来的顺序</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另 {n} 项</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Release from gold</source>
        <translation>移出金标</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>移出项目</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reserve for gold</source>
        <translation>留作金标</translation>
    </message>
    <message>
        <source>Said to be something else so far. Why is it {origin}?</source>
        <translation>此前的说法与此不同。为什么是{origin}？</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} 张图像</translation>
    </message>
</context>
<context>
    <name>InView</name>
    <message>
        <source>One object is smaller than 6 pixels on the screen; [zoom_object] shows it large.</source>
        <translation>有 1 个对象在屏幕上小于 6 像素；[zoom_object] 可放大显示。</translation>
    </message>
    <message>
        <source>One object was never in view; here it is. {key} again confirms.</source>
        <translation>有 1 个对象从未出现在视图中；就在这里。再按一次 {key} 确认。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>This object was not in view; nothing was decided. Here it is: the same key again decides.</source>
        <translation>该对象不在视图中；未作任何决定。就在这里：再按一次同一个键即作决定。</translation>
    </message>
    <message>
        <source>{n} more are smaller than 6 pixels when the image is fitted; [zoom_object] goes on.</source>
        <translation>整幅显示时还有 {n} 个小于 6 像素；[zoom_object] 继续。</translation>
    </message>
    <message>
        <source>{n} objects are smaller than 6 pixels on the screen; [zoom_object] shows them large.</source>
        <translation>有 {n} 个对象在屏幕上小于 6 像素；[zoom_object] 可逐个放大显示。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here are {k} of them. {key} shows the next.</source>
        <translation>有 {n} 个对象从未出现在视图中；这里是其中 {k} 个。{key} 显示下一批。</translation>
    </message>
    <message>
        <source>{n} objects were never in view; here they are. {key} again confirms.</source>
        <translation>有 {n} 个对象从未出现在视图中；就在这里。再按一次 {key} 确认。</translation>
    </message>
    <message>
        <source>{n} of these objects were never in view; here they are. The same key again decides.</source>
        <translation>其中 {n} 个对象从未出现在视图中；就在这里。再按一次同一个键即作决定。</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Cancelled; what was done until then is kept.</source>
        <translation>已取消；此前完成的部分予以保留。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>{job} could not be started; install verify-app again.</source>
        <translation>无法启动“{job}”；请重新安装 verify-app。</translation>
    </message>
    <message>
        <source>{job} stopped unexpectedly; what it had done until then is kept. Its log says more.</source>
        <translation>“{job}”意外停止；此前完成的部分予以保留。详见日志。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Background jobs</source>
        <translation>后台任务</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Skipped {n}; the log names them.</source>
        <translation>跳过 {n} 项；详见日志。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动……</translation>
    </message>
    <message>
        <source>The log says more.</source>
        <translation>日志中有更多说明。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>{speed} a second</source>
        <translation>每秒 {speed}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加按键</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Press the key now; a click elsewhere leaves it.</source>
        <translation>请按下新按键；单击别处则放弃。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>重置此项</translation>
    </message>
    <message>
        <source>Take this key away</source>
        <translation>移除此按键</translation>
    </message>
    <message>
        <source>Take {key} away</source>
        <translation>移除 {key}</translation>
    </message>
    <message>
        <source>Take {key} over</source>
        <translation>改用 {key}</translation>
    </message>
    <message>
        <source>{key} belongs to “{other}”.</source>
        <translation>{key} 已用于“{other}”。</translation>
    </message>
    <message>
        <source>{key} is set.</source>
        <translation>已设置 {key}。</translation>
    </message>
    <message>
        <source>“{other}” has no key now.</source>
        <translation>“{other}”现在没有按键。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Class of the label, by its number</source>
        <translation>按编号设置标签类别</translation>
    </message>
    <message>
        <source>Close the outline, end the pose</source>
        <translation>闭合轮廓，结束姿态</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Corner away; point absent</source>
        <translation>删除顶点；关键点设为不存在</translation>
    </message>
    <message>
        <source>Corners and points</source>
        <translation>顶点和关键点</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>Keys that two actions want: {list}</source>
        <translation>被两个操作占用的按键：{list}</translation>
    </message>
    <message>
        <source>Last corner or point back</source>
        <translation>退回上一个顶点或关键点</translation>
    </message>
    <message>
        <source>New corner after this one</source>
        <translation>在此顶点之后添加顶点</translation>
    </message>
    <message>
        <source>Next point of the pose</source>
        <translation>姿态的下一个关键点</translation>
    </message>
    <message>
        <source>Next point: occluded, absent</source>
        <translation>下一个关键点：遮挡、不存在</translation>
    </message>
    <message>
        <source>Next, previous corner or point</source>
        <translation>下一个、上一个顶点或关键点</translation>
    </message>
    <message>
        <source>Nudge the label by 1 pixel</source>
        <translation>将标签微移 1 像素</translation>
    </message>
    <message>
        <source>Nudge the label by 10 pixels</source>
        <translation>将标签微移 10 像素</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>列表已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Wheel zooms at the pointer. Middle-drag or Alt-drag pans. Drag a handle or edge of the selected label to resize it, its inside to move it. Alt-click on a corner takes it away.</source>
        <translation>滚轮在指针处缩放。中键拖动或按住 Alt 拖动可平移。拖动选中标签的控制点或边可调整大小，拖动内部可移动。按住 Alt 单击顶点可删除。</translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message>
        <source>Labels of this image</source>
        <translation>此图像的标签</translation>
    </message>
    <message>
        <source>No class yet. [class_1], [class_2] … give it one.</source>
        <translation>还没有类别，按 [class_1]、[class_2] … 指定。</translation>
    </message>
    <message>
        <source>No objects shown. [box] draws one; [empty] says that nothing is here.</source>
        <translation>没有显示的对象。[box] 绘制，[empty] 表示这里什么都没有。</translation>
    </message>
    <message>
        <source>Nothing is on this image.</source>
        <translation>此图像上什么都没有。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A job is running; wait for it or cancel it before you leave the project.</source>
        <translation>任务正在运行；请等待或取消后再离开项目。</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it before you open another project.</source>
        <translation>任务正在运行；请等待或取消后再打开其他项目。</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>取消并关闭</translation>
    </message>
    <message>
        <source>Close when it is done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Open a project's folder</source>
        <translation>打开项目文件夹</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>预测此图像</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Still running: {jobs}.</source>
        <translation>仍在运行：{jobs}。</translation>
    </message>
    <message>
        <source>There is no model in this project yet; Project › Predict adds one.</source>
        <translation>此项目还没有模型；可通过“项目 › 预测”添加。</translation>
    </message>
    <message>
        <source>You are known here as {name}, and recorded so.</source>
        <translation>您在此项目中以 {name} 的名字记录。</translation>
    </message>
    <message>
        <source>You review as {name}. File › Welcome page changes that.</source>
        <translation>您以 {name} 的身份审核。可在“文件 › 欢迎页”更改。</translation>
    </message>
    <message>
        <source>[settings] offers the keys of CVAT and labelImg.</source>
        <translation>按 [settings] 可选用 CVAT 和 labelImg 的按键方案。</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>The model knows classes that this project does not. Say what each is; nothing is guessed.</source>
        <translation>模型含有此项目没有的类别。请逐一指定；程序不作猜测。</translation>
    </message>
    <message>
        <source>What {name} is here</source>
        <translation>{name} 在此对应</translation>
    </message>
    <message>
        <source>add to the class list</source>
        <translation>添加到类别列表</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>即 {name}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>Real share now {share} ({n} of {all})</source>
        <translation>当前真实占比 {share}（{n} / {all}）</translation>
    </message>
    <message>
        <source>Share of real, verified images</source>
        <translation>真实且已验证图像的占比</translation>
    </message>
    <message>
        <source>The project's own policy demands it.</source>
        <translation>这是项目自己的策略所要求的。</translation>
    </message>
    <message>
        <source>What is grey is older than the last decision or the demands; Project › Export dataset says it anew.</source>
        <translation>灰色的数字早于最近一次判断或要求的更改；可通过“项目 › 导出数据集”更新。</translation>
    </message>
    <message>
        <source>in the next version {share}, needs {need}</source>
        <translation>下一版本中为 {share}，需要 {need}</translation>
    </message>
    <message>
        <source>the next version needs {need}</source>
        <translation>下一版本需要 {need}</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>A model of this kind can run any code its maker put in. If you trust where it comes from, tick the box; otherwise choose its .onnx or .pt form.</source>
        <translation>这种模型可以运行制作者放入的任何代码。如果您信任其来源,请勾选该框;否则请选择它的 .onnx 或 .pt 形式。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>File, or a name such as yolo26n.pt</source>
        <translation>文件，或 yolo26n.pt 之类的名称</translation>
    </message>
    <message>
        <source>Let Ultralytics download {name} from the internet</source>
        <translation>允许 Ultralytics 从互联网下载 {name}</translation>
    </message>
    <message>
        <source>Let this file run code (SHA-256 {digest})</source>
        <translation>允许此文件运行代码(SHA-256 {digest})</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>The model gives {objects}; in this project their boxes are used.</source>
        <translation>该模型给出{objects}；本项目使用其边界框。</translation>
    </message>
    <message>
        <source>There is no model and no file {name}.</source>
        <translation>没有名为 {name} 的模型或文件。</translation>
    </message>
    <message>
        <source>Trained on {version}: claimed, the weights do not say so.</source>
        <translation>据称在 {version} 上训练；权重本身没有这样的记录。</translation>
    </message>
    <message>
        <source>{name} is not on this computer; agree to the download or choose a file.</source>
        <translation>此电脑上没有 {name}；请同意下载或选择文件。</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>17 for a person, another number, or a data.yaml with kpt_shape</source>
        <translation>人体为 17，也可填其他数字或含 kpt_shape 的 data.yaml</translation>
    </message>
    <message>
        <source>A job is running; wait for it or cancel it first.</source>
        <translation>任务正在运行；请等待或先取消。</translation>
    </message>
    <message>
        <source>A new or empty folder on this computer</source>
        <translation>此电脑上新建的或空的文件夹</translation>
    </message>
    <message>
        <source>A project is a folder with the decisions; images stay where they are.</source>
        <translation>项目是存放决定的文件夹；图像留在原处。</translation>
    </message>
    <message>
        <source>Choose a class list</source>
        <translation>选择类别列表</translation>
    </message>
    <message>
        <source>Choose a folder for the project.</source>
        <translation>请选择项目文件夹。</translation>
    </message>
    <message>
        <source>Choose a model file first; published weights tell their classes once they are here.</source>
        <translation>请先选择模型文件；公开权重的类别下载后才能得知。</translation>
    </message>
    <message>
        <source>Choose or make a folder for the project</source>
        <translation>选择或新建项目文件夹</translation>
    </message>
    <message>
        <source>Class lists</source>
        <translation>类别列表</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classes, one a line</source>
        <translation>类别，每行一个</translation>
    </message>
    <message>
        <source>From data.yaml…</source>
        <translation>从 data.yaml…</translation>
    </message>
    <message>
        <source>From the model</source>
        <translation>从模型</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Objects are</source>
        <translation>对象形式</translation>
    </message>
    <message>
        <source>One class a line; more can be added later</source>
        <translation>每行一个类别；以后可再添加</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>Say who you are: every decision is recorded with a name.</source>
        <translation>请填写姓名：每个决定都会连同姓名记录。</translation>
    </message>
    <message>
        <source>There is no {path} any more; take it off the list or put it back.</source>
        <translation>{path} 已不存在；请将其从列表中移除，或放回原处。</translation>
    </message>
    <message>
        <source>This model is for {task}; choose that above, or another model.</source>
        <translation>此模型用于{task}；请在上方选择它，或换一个模型。</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>NumbersSheet</name>
    <message>
        <source>Angle in degrees</source>
        <translation>角度（度）</translation>
    </message>
    <message>
        <source>Centre x</source>
        <translation>中心 x</translation>
    </message>
    <message>
        <source>Centre y</source>
        <translation>中心 y</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>按数值编辑</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Pixels of the image. Enter applies, Esc leaves.</source>
        <translation>单位为图像像素。Enter 应用，Esc 放弃。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Let the rule hold again: {rule}</source>
        <translation>让规则重新生效：{rule}</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>设为例外</translation>
    </message>
    <message>
        <source>Reason for the override</source>
        <translation>设为例外的理由</translation>
    </message>
    <message>
        <source>Rule that need not hold</source>
        <translation>可不满足的规则</translation>
    </message>
    <message>
        <source>Why; it goes into the receipt with your name</source>
        <translation>理由；会连同您的姓名写入凭据</translation>
    </message>
    <message>
        <source>{rule}: {reason} ({by})</source>
        <translation>{rule}：{reason}（{by}）</translation>
    </message>
</context>
<context>
    <name>PagePicker</name>
    <message>
        <source>Next page of the file</source>
        <translation>文件的下一页</translation>
    </message>
    <message>
        <source>Only to look at: labels and training know page 1 alone.</source>
        <translation>仅供查看：标签和训练只使用第 1 页。</translation>
    </message>
    <message>
        <source>Page {page} / {pages}</source>
        <translation>第 {page} / {pages} 页</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>文件的上一页</translation>
    </message>
</context>
<context>
    <name>PageVerbs</name>
    <message>
        <source>Add a class first: type its name under Classes on the right.</source>
        <translation>请先添加类别：在右侧“类别”下输入名称。</translation>
    </message>
    <message>
        <source>Brightness {a}, contrast {b}; [reset_view] shows the picture as it is.</source>
        <translation>亮度 {a}，对比度 {b}；按 [reset_view] 恢复原样。</translation>
    </message>
    <message>
        <source>Folded again.</source>
        <translation>已重新折叠。</translation>
    </message>
    <message>
        <source>Nothing else lies under the pointer.</source>
        <translation>指针下没有其他对象。</translation>
    </message>
    <message>
        <source>Nothing lies folded here.</source>
        <translation>这里没有折叠的对象。</translation>
    </message>
    <message>
        <source>Nothing was moved: select the object first, by a click or with [next_label].</source>
        <translation>没有移动任何对象：请先点击或按 [next_label] 选中对象。</translation>
    </message>
    <message>
        <source>Select an object first: click it, or press [next_label].</source>
        <translation>请先选中一个对象：单击它，或按 [next_label]。</translation>
    </message>
    <message>
        <source>Selected: {n}.</source>
        <translation>已选中：{n}。</translation>
    </message>
    <message>
        <source>The picture is shown as it is.</source>
        <translation>图像按原样显示。</translation>
    </message>
    <message>
        <source>This label is verified. [edit_label] unlocks it to be changed.</source>
        <translation>此标签已验证。按 [edit_label] 解锁后可修改。</translation>
    </message>
    <message>
        <source>This project is about whole images: press the number of a class.</source>
        <translation>此项目对整张图像分类：请按类别编号。</translation>
    </message>
    <message>
        <source>This project's objects are {task}; [box] draws one.</source>
        <translation>此项目的对象是{task}；按 [box] 绘制。</translation>
    </message>
    <message>
        <source>{n} objects are shown by themselves; [unfold] folds them again.</source>
        <translation>{n} 个对象已分开显示；[unfold] 重新折叠。</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Images by origin</source>
        <translation>按来源的图像</translation>
    </message>
    <message>
        <source>Labels by class</source>
        <translation>按类别的标签</translation>
    </message>
    <message>
        <source>Labels by class, rarest first</source>
        <translation>按类别的标签（最稀有在前）</translation>
    </message>
    <message>
        <source>Labels by grade</source>
        <translation>按等级的标签</translation>
    </message>
    <message>
        <source>Show all {n} classes</source>
        <translation>显示全部 {n} 个类别</translation>
    </message>
    <message>
        <source>Show the rarest only</source>
        <translation>只显示最稀有的</translation>
    </message>
</context>
<context>
    <name>Planned</name>
    <message>
        <source>Enter or a double click shows the image.</source>
        <translation>按 Enter 或双击可显示图像。</translation>
    </message>
    <message>
        <source>Images to verify, best first</source>
        <translation>待验证的图像（最有用的在前）</translation>
    </message>
    <message>
        <source>Leave out more than half of the candidates all the same</source>
        <translation>仍然排除超过一半的候选图像</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What each rule costs</source>
        <translation>查看每条规则的代价</translation>
    </message>
    <message>
        <source>What the version would hold is shown here as soon as it can be written.</source>
        <translation>能够导出时，此处会显示该版本的内容。</translation>
    </message>
    <message>
        <source>What to verify</source>
        <translation>需要验证什么</translation>
    </message>
    <message>
        <source>What to verify instead is listed above.</source>
        <translation>可改为验证的内容列在上方。</translation>
    </message>
    <message>
        <source>Working out what each rule costs…</source>
        <translation>正在计算每条规则的代价…</translation>
    </message>
    <message>
        <source>left out as {reason}: {n}</source>
        <translation>排除（{reason}）：{n}</translation>
    </message>
</context>
<context>
    <name>Predict</name>
    <message>
        <source>All images (on reviewed ones only to compare)</source>
        <translation>全部图像（已审核的仅作比较）</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Keep from confidence</source>
        <translation>保留的最低置信度</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Proposals appear as they are made. What people decided is never changed by a model.</source>
        <translation>候选会随时出现。模型绝不会更改人的决定。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Say what to do with: {names}.</source>
        <translation>请指定如何处理：{names}。</translation>
    </message>
    <message>
        <source>The model does not name its classes. They are filled in by number: check each of them.</source>
        <translation>该模型没有类别名称。已按编号填入,请逐一核对。</translation>
    </message>
    <message>
        <source>Then press Predict again.</source>
        <translation>然后再按一次“预测”。</translation>
    </message>
    <message>
        <source>Unreviewed images</source>
        <translation>未审核的图像</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source> pixels</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>A model that looks at one image for longer is stopped.</source>
        <translation>模型处理一张图像超过此时间即被停止。</translation>
    </message>
    <message>
        <source>A model's time for an image</source>
        <translation>模型处理一张图像的时限</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Confidence on labels</source>
        <translation>标签上显示置信度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Counts from the next project you open; this one goes on under the old name.</source>
        <translation>从下次打开的项目起生效；当前项目仍用原名。</translation>
    </message>
    <message>
        <source>Crosshair while drawing</source>
        <translation>绘制时显示十字线</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Fill of labels</source>
        <translation>标签填充</translation>
    </message>
    <message>
        <source>For you on this computer, in every project.</source>
        <translation>适用于您在此电脑上的所有项目。</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Keep the zoom from image to image of one size in a source</source>
        <translation>同一来源、同一尺寸的图像之间保持缩放</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Names on labels</source>
        <translation>标签上显示名称</translation>
    </message>
    <message>
        <source>Pixel grid when enlarged</source>
        <translation>放大时显示像素网格</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>按原样显示图像</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Thickness of outlines</source>
        <translation>轮廓线粗细</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>PresetField</name>
    <message>
        <source>Bring my own keys back</source>
        <translation>恢复我的按键</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>The keys are those of {name} now.</source>
        <translation>按键已切换为 {name} 方案。</translation>
    </message>
    <message>
        <source>Your own changes to them are put away.</source>
        <translation>您自己的更改已暂存。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Labels are hidden; [labels] shows them again.</source>
        <translation>标签已隐藏；按 [labels] 重新显示。</translation>
    </message>
    <message>
        <source>Next because: {reason}</source>
        <translation>显示原因：{reason}</translation>
    </message>
    <message>
        <source>Proposals from {value} on are shown.</source>
        <translation>显示置信度 {value} 及以上的候选。</translation>
    </message>
    <message>
        <source>The labels were hidden. Look at them, then press [complete] again.</source>
        <translation>标签刚才是隐藏的。请查看后再按 [complete]。</translation>
    </message>
    <message>
        <source>Why is this image unsure?</source>
        <translation>此图像为何存疑？</translation>
    </message>
    <message>
        <source>Why is this label unsure?</source>
        <translation>此标签为何存疑？</translation>
    </message>
    <message>
        <source>box</source>
        <translation>画框</translation>
    </message>
    <message>
        <source>keypoints</source>
        <translation>画关键点</translation>
    </message>
    <message>
        <source>oriented box</source>
        <translation>画旋转框</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>画多边形</translation>
    </message>
    <message>
        <source>{complete} accept and go on   {class_1}–{class_9} class and go on   {class} find a class   {next} next image   {keys} all keys</source>
        <translation>{complete} 接受并继续   {class_1}–{class_9} 指定类别并继续   {class} 查找类别   {next} 下一张图像   {keys} 全部按键</translation>
    </message>
    <message>
        <source>{complete} complete and go on   {accept} accept   {reject} reject   {box} {draw}   {class_1}–{class_9} class   {next_label} next label   {keys} all keys</source>
        <translation>{complete} 完成并继续   {accept} 接受   {reject} 拒绝   {box} {draw}   {class_1}–{class_9} 类别   {next_label} 下一标签   {keys} 全部按键</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>any number</source>
        <translation>任意数量</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>最多 {value}</translation>
    </message>
    <message>
        <source>has {value}</source>
        <translation>现有 {value}</translation>
    </message>
    <message>
        <source>keeps {n} out</source>
        <translation>排除 {n} 张</translation>
    </message>
    <message>
        <source>needs {value}</source>
        <translation>需要 {value}</translation>
    </message>
    <message>
        <source>{rule} (overridden)</source>
        <translation>{rule}（例外）</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Add the label  ([accept])</source>
        <translation>添加标签  ([accept])</translation>
    </message>
    <message>
        <source>Nothing else differs on this image.</source>
        <translation>此图像没有其他差异。</translation>
    </message>
    <message>
        <source>Nothing is there  ([reject])</source>
        <translation>这里没有  ([reject])</translation>
    </message>
    <message>
        <source>Remove the label  ([accept])</source>
        <translation>移除标签  ([accept])</translation>
    </message>
    <message>
        <source>Settled: nothing is there. [undo] takes it back.</source>
        <translation>已解决：那里没有东西。[undo] 可撤销。</translation>
    </message>
    <message>
        <source>Settled: the label was right. [undo] takes it back.</source>
        <translation>已解决：标签正确。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Settled: the model was right. [undo] takes it back.</source>
        <translation>已解决：模型正确。按 [undo] 撤销。</translation>
    </message>
    <message>
        <source>Take the class  ([accept])</source>
        <translation>采用类别  ([accept])</translation>
    </message>
    <message>
        <source>Take the outline  ([accept])</source>
        <translation>采用轮廓  ([accept])</translation>
    </message>
    <message>
        <source>The label is right  ([reject])</source>
        <translation>标签正确  ([reject])</translation>
    </message>
    <message>
        <source>The newest run does not see this {name}.</source>
        <translation>最新运行没有检测到这个 {name}。</translation>
    </message>
    <message>
        <source>The newest run outlines this {name} differently (thin line).</source>
        <translation>最新运行给出的这个 {name} 轮廓不同（细线）。</translation>
    </message>
    <message>
        <source>The newest run sees {name} here, and nothing is labelled.</source>
        <translation>最新运行在此检测到 {name}，但没有标签。</translation>
    </message>
    <message>
        <source>This is labelled {name}; the newest run says {theirs}.</source>
        <translation>标签为 {name}；最新运行认为是 {theirs}。</translation>
    </message>
</context>
<context>
    <name>SettlingBar</name>
    <message>
        <source>Leave it</source>
        <translation>暂不处理</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Add a folder with File › Add images, or drop one here.</source>
        <translation>通过“文件 › 添加图像”添加文件夹，或拖放到此处。</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>文件已在磁盘上更改</translation>
    </message>
    <message>
        <source>Choose another filter on the left.</source>
        <translation>请在左侧另选筛选条件。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载……</translation>
    </message>
    <message>
        <source>No image fits this filter</source>
        <translation>没有符合筛选条件的图像</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有图像</translation>
    </message>
    <message>
        <source>The file was changed on disk since it was added. Look again at what is on it.</source>
        <translation>文件在添加后已被更改。请重新查看其内容。</translation>
    </message>
    <message>
        <source>The file was changed since it was added, and that could not be recorded.</source>
        <translation>文件在添加后已被更改，但无法记录这一变化。</translation>
    </message>
    <message>
        <source>This file has one page.</source>
        <translation>此文件只有一页。</translation>
    </message>
    <message>
        <source>This image cannot be reviewed</source>
        <translation>无法审核此图像</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Labels  {n}</source>
        <translation>标签  {n}</translation>
    </message>
    <message>
        <source>Labels  {n} · {left} to decide</source>
        <translation>标签  {n} · 待定 {left}</translation>
    </message>
    <message>
        <source>Proposals under this confidence are hidden, and dismissed on [complete]  ([less] shows more, [more] fewer)</source>
        <translation>低于此置信度的候选会隐藏，并在按 [complete] 时略过  （[less] 显示更多，[more] 显示更少）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show proposals from this confidence</source>
        <translation>显示候选的最低置信度</translation>
    </message>
    <message>
        <source>nothing hidden</source>
        <translation>没有隐藏的候选</translation>
    </message>
    <message>
        <source>{n} hidden · {k} suggested</source>
        <translation>隐藏 {n} · 建议 {k}</translation>
    </message>
    <message>
        <source>{n} less sure ones hidden</source>
        <translation>隐藏了 {n} 个置信度较低的</translation>
    </message>
    <message>
        <source>{n} suggested by programs</source>
        <translation>{n} 条程序建议</translation>
    </message>
</context>
<context>
    <name>SimplifySheet</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Simplify the outline</source>
        <translation>简化轮廓</translation>
    </message>
    <message>
        <source>Tolerance in pixels</source>
        <translation>容差（像素）</translation>
    </message>
    <message>
        <source>{before} corners become {after}.</source>
        <translation>顶点由 {before} 个变为 {after} 个。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A reason, then Enter</source>
        <translation>输入理由，然后按 Enter</translation>
    </message>
    <message>
        <source>Folders that images came from.</source>
        <translation>图像所在的文件夹。</translation>
    </message>
    <message>
        <source>No images yet: File › Add images.</source>
        <translation>还没有图像：请用“文件 › 添加图像”。</translation>
    </message>
    <message>
        <source>Origin of {name}</source>
        <translation>{name} 的来源</translation>
    </message>
    <message>
        <source>Relocate…</source>
        <translation>重新定位…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>数据源</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>{name} 现在在哪里？</translation>
    </message>
    <message>
        <source>{name} counted as synthetic so far. Why is all of it {origin}?</source>
        <translation>{name} 此前计为合成。为什么全部都是{origin}？</translation>
    </message>
    <message>
        <source>{name} is in {folder} now.</source>
        <translation>{name} 现位于 {folder}。</translation>
    </message>
    <message>
        <source>{name} is {origin} now; images with an origin of their own keep it.</source>
        <translation>{name} 现为“{origin}”；单独指定来源的图像保持不变。</translation>
    </message>
</context>
<context>
    <name>Thinning</name>
    <message>
        <source>Classes thinning out over generations, simulated</source>
        <translation>各代中变稀的类别（模拟）</translation>
    </message>
    <message>
        <source>Simulated generation; dashed line: half of what there was</source>
        <translation>模拟的代数；虚线为原有的一半</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>Compute on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>No version is where it was written: move {name} back, or export it again.</source>
        <translation>没有版本在其写出的位置；请将 {name} 移回，或重新导出。</translation>
    </message>
    <message>
        <source>Read the model</source>
        <translation>读取模型</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>正在读取模型……</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>还没有版本：请先导出数据集。</translation>
    </message>
    <message>
        <source>This model is for {task}, the project for {own}; choose another one.</source>
        <translation>此模型用于{task}，项目用于{own}；请另选一个。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Trains with Ultralytics in a process of its own. Before the first epoch it checks that the trainer loaded exactly what the version's receipt says.</source>
        <translation>在独立进程中用 Ultralytics 训练。首个 epoch 之前会核对训练器加载的内容与版本凭据完全一致。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>as the base model</source>
        <translation>与起始模型相同</translation>
    </message>
    <message>
        <source>{name} cannot be trained on: choose the .pt weights that it was made from.</source>
        <translation>无法在 {name} 上训练：请选择生成它的 .pt 权重。</translation>
    </message>
</context>
<context>
    <name>TrialVerbs</name>
    <message>
        <source>This image is answered; the first decision counts.</source>
        <translation>此图像已作答；以第一次决定为准。</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>   another class</source>
        <translation>   其他类别</translation>
    </message>
    <message>
        <source>   invented</source>
        <translation>   凭空添加</translation>
    </message>
    <message>
        <source>   left out</source>
        <translation>   遗漏</translation>
    </message>
    <message>
        <source>   moved</source>
        <translation>   移位</translation>
    </message>
    <message>
        <source>Accepted proposals</source>
        <translation>已接受的候选</translation>
    </message>
    <message>
        <source>Altered copies before images</source>
        <translation>图像前的改动副本</translation>
    </message>
    <message>
        <source>Blind images</source>
        <translation>盲标图像</translation>
    </message>
    <message>
        <source>Errors caught</source>
        <translation>发现的错误</translation>
    </message>
    <message>
        <source>From altered copies and blind images you met in this project. Only you see this page.</source>
        <translation>来自您在此项目中遇到的改动副本和盲标图像。只有您能看到此页。</translation>
    </message>
    <message>
        <source>Hidden proposals are shown before an image is complete from a chance of</source>
        <translation>完成图像前，隐藏候选为真的可能性达到多少时显示</translation>
    </message>
    <message>
        <source>How well you catch errors</source>
        <translation>您发现错误的能力</translation>
    </message>
    <message>
        <source>Images drawn blind</source>
        <translation>盲标绘制的图像</translation>
    </message>
    <message>
        <source>Left undecided</source>
        <translation>未作决定</translation>
    </message>
    <message>
        <source>Right objects refused</source>
        <translation>误拒的正确对象</translation>
    </message>
    <message>
        <source>The last {n} altered copies passed as shown. Take a break, or look again at what you did last.</source>
        <translation>最近 {n} 个改动副本被原样放过。请休息一下，或再看看您最近的工作。</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>您的速度</translation>
    </message>
    <message>
        <source>nothing known yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>{caught} of {shown}: {rate} % ({low} % to {high} %)</source>
        <translation>{caught} / {shown}：{rate} %（{low} % 至 {high} %）</translation>
    </message>
    <message>
        <source>{n} drawn, {settled} settled; added for the model: {missed}</source>
        <translation>绘制 {n}，已解决 {settled}；据模型补充：{missed}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} / {all} 项</translation>
    </message>
    <message>
        <source>{seconds} s an image, {decisions} decisions a minute</source>
        <translation>每张 {seconds} 秒，每分钟 {decisions} 个决定</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>Go on  (Enter)</source>
        <translation>继续  (Enter)</translation>
    </message>
</context>
<context>
    <name>Trusting</name>
    <message>
        <source>A few images are copies with one error put in, to see whether errors are caught; nothing of them is kept as a label. Your results are under Project › How well you catch errors.</source>
        <translation>少数图像是加入一处错误的副本，用来检验错误能否被发现；不会作为标签保留。结果见“项目 › 您发现错误的能力”。</translation>
    </message>
    <message>
        <source>A few images are drawn without help, since people overlook what a model overlooks. Afterwards you settle what differs, one key each.</source>
        <translation>人容易忽略模型所忽略的，因此少数图像在没有提示的情况下绘制。之后逐个按键解决差异。</translation>
    </message>
    <message>
        <source>Caught.</source>
        <translation>已发现。</translation>
    </message>
    <message>
        <source>Draw what you see; what a model predicted is shown once you complete the image.</source>
        <translation>请绘制您看到的内容；完成图像后才显示模型的预测。</translation>
    </message>
    <message>
        <source>Missed.</source>
        <translation>已错过。</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>不计入。</translation>
    </message>
    <message>
        <source>On this copy {name} had been called {other}.</source>
        <translation>此副本中 {name} 被改称为 {other}。</translation>
    </message>
    <message>
        <source>On this copy {name} had been invented (thin line).</source>
        <translation>此副本中 {name} 是凭空添加的（细线）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been left out (thin line).</source>
        <translation>此副本中 {name} 被删去了（细线）。</translation>
    </message>
    <message>
        <source>On this copy {name} had been moved; the thin line is where it belongs.</source>
        <translation>此副本中 {name} 被移动了；细线是其正确位置。</translation>
    </message>
    <message>
        <source>Right and still refused: {n}.</source>
        <translation>正确却被拒绝：{n}。</translation>
    </message>
    <message>
        <source>The last {n} altered images passed as shown. Take a break, or look again at what you completed just now.</source>
        <translation>最近 {n} 张改动图像被原样放过。请休息一下，或再看看刚刚完成的图像。</translation>
    </message>
    <message>
        <source>To be drawn blind.</source>
        <translation>请盲标此图像。</translation>
    </message>
</context>
<context>
    <name>ValuesBar</name>
    <message>
        <source>More than 8 bits: shown as the model sees it.</source>
        <translation>超过 8 位：按模型所见显示。</translation>
    </message>
    <message>
        <source>Spread the values</source>
        <translation>拉伸灰度</translation>
    </message>
    <message>
        <source>Values {low} to {high} spread over black to white; the model sees 8 bits of them.</source>
        <translation>将 {low} 到 {high} 的值拉伸为黑到白；模型只看到其中 8 位。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>A version is frozen: no edit of a source reaches its copies, and writing it again gives the same bytes.</source>
        <translation>版本是冻结的：编辑数据源不会影响其副本，再次写出得到相同的字节。</translation>
    </message>
    <message>
        <source>Choose a folder; the version gets a folder of its name in it</source>
        <translation>选择文件夹；版本会在其中得到同名文件夹</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>How it differs from</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Kept what is said of {name}.</source>
        <translation>已保存 {name} 的说明。</translation>
    </message>
    <message>
        <source>Real share</source>
        <translation>真实占比</translation>
    </message>
    <message>
        <source>Receipt {digest} in {folder}</source>
        <translation>凭据 {digest}：{folder}</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>Restore its folder</source>
        <translation>恢复其文件夹</translation>
    </message>
    <message>
        <source>Save title and description</source>
        <translation>保存标题和描述</translation>
    </message>
    <message>
        <source>There is no version yet: export a dataset first.</source>
        <translation>还没有版本：请先导出数据集。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>要比较的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本列表</translation>
    </message>
    <message>
        <source>Write a version again</source>
        <translation>再次写出版本</translation>
    </message>
    <message>
        <source>Write it again to…</source>
        <translation>再次写出到…</translation>
    </message>
    <message>
        <source>Writes it to where it was, when it is not there any more.</source>
        <translation>当它已不在原处时，写回原处。</translation>
    </message>
    <message>
        <source>Writing… the job panel shows how far it is.</source>
        <translation>正在写出…进度见任务面板。</translation>
    </message>
    <message>
        <source>linked to the sources: {f}</source>
        <translation>链接到数据源：{f}</translation>
    </message>
    <message>
        <source>not there: {f}</source>
        <translation>不在原处：{f}</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>In CVAT, D is the previous image; here it is the next.</source>
        <translation>在 CVAT 中 D 为上一张，这里为下一张。</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>按键方案</translation>
    </message>
    <message>
        <source>Make the sample</source>
        <translation>生成示例</translation>
    </message>
    <message>
        <source>Making the sample in {folder}…</source>
        <translation>正在 {folder} 中生成示例……</translation>
    </message>
    <message>
        <source>New here? The sample opens small machine parts with a model's proposals on them: accept with {accept}, reject with {reject}, draw what is missing with {box}, and {complete} when an image is done. Nothing is downloaded.</source>
        <translation>初次使用？示例是带有模型候选的小型机械零件图像：按 {accept} 接受，{reject} 拒绝，{box} 补画遗漏，完成一张按 {complete}。无需下载任何内容。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Review what a model proposed; train on what people verified.</source>
        <translation>审核模型的候选，用人工验证的数据训练。</translation>
    </message>
    <message>
        <source>The keys are those of {name} now; F1 shows them.</source>
        <translation>按键已切换为 {name} 方案；按 F1 查看。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>You review as</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Your name as reviewer</source>
        <translation>审核人姓名</translation>
    </message>
    <message>
        <source>Your name, recorded with every decision</source>
        <translation>您的姓名，随每个决定记录</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>A simulation, not a forecast: the project's own labels are learned from and made again, generation after generation. No model is trained, and nothing is written.</source>
        <translation>这是模拟，不是预测：用项目自己的标签一代代地学习并重新生成。不训练模型，也不写入任何内容。</translation>
    </message>
    <message>
        <source>Band of the runs for</source>
        <translation>显示波动范围的类别</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>代数</translation>
    </message>
    <message>
        <source>Real labels in each generation</source>
        <translation>每一代中的真实标签</translation>
    </message>
    <message>
        <source>Simulated over {n} generations: {thin} of {all} classes fall below half, {gone} of them are gone.</source>
        <translation>模拟 {n} 代：{all} 个类别中 {thin} 个降到一半以下，其中 {gone} 个消失。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>What the simulation says</source>
        <translation>模拟结果</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on</source>
        <translation>{name}：从第 {n} 代起低于一半</translation>
    </message>
    <message>
        <source>{name}: below half from generation {n} on, gone in generation {gone}</source>
        <translation>{name}：从第 {n} 代起低于一半，第 {gone} 代消失</translation>
    </message>
</context>
<context>
    <name>ZoomLabel</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>does not hold</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>满足</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Origin of {path}</source>
        <translation>{path} 的来源</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Take {path} off the list</source>
        <translation>从列表移除 {path}</translation>
    </message>
</context>
<context>
    <name>_Title</name>
    <message>
        <source>by {name}</source>
        <translation>由 {name}</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>unsure: {note}</source>
        <translation>存疑：{note}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Draw</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>About verify-app</source>
        <translation>关于 verify-app</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept all shown, complete, go on</source>
        <translation>接受全部显示项，完成并继续</translation>
    </message>
    <message>
        <source>Add a part to the outline</source>
        <translation>为轮廓添加部分</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>添加图像…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Blow up the selected label</source>
        <translation>放大选中的标签</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>更亮</translation>
    </message>
    <message>
        <source>Brightness, contrast, gamma…</source>
        <translation>亮度、对比度、伽马…</translation>
    </message>
    <message>
        <source>Cancel, back to selecting</source>
        <translation>取消，回到选择</translation>
    </message>
    <message>
        <source>Class of the label…</source>
        <translation>标签的类别…</translation>
    </message>
    <message>
        <source>Class {n}</source>
        <translation>类别 {n}</translation>
    </message>
    <message>
        <source>Copy label</source>
        <translation>复制标签</translation>
    </message>
    <message>
        <source>Crops of all labels</source>
        <translation>所有标签的裁剪图</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Cut a hole into the outline</source>
        <translation>在轮廓中挖孔</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>更暗</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Draw a box</source>
        <translation>绘制边框</translation>
    </message>
    <message>
        <source>Draw a polygon</source>
        <translation>绘制多边形</translation>
    </message>
    <message>
        <source>Draw an oriented box</source>
        <translation>绘制旋转框</translation>
    </message>
    <message>
        <source>Draw keypoints</source>
        <translation>绘制关键点</translation>
    </message>
    <message>
        <source>Duplicate label</source>
        <translation>创建标签副本</translation>
    </message>
    <message>
        <source>Edit a verified label</source>
        <translation>编辑已验证的标签</translation>
    </message>
    <message>
        <source>Edit by numbers</source>
        <translation>按数值编辑</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Export dataset…</source>
        <translation>导出数据集…</translation>
    </message>
    <message>
        <source>Find image by name</source>
        <translation>按名称查找图像</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Flag as unsure</source>
        <translation>标记为存疑</translation>
    </message>
    <message>
        <source>Heat: where objects are rare here</source>
        <translation>热图：此处对象偏少的地方</translation>
    </message>
    <message>
        <source>History of the image or label</source>
        <translation>图像或标签的历史</translation>
    </message>
    <message>
        <source>How well you catch errors…</source>
        <translation>您发现错误的能力…</translation>
    </message>
    <message>
        <source>Image list</source>
        <translation>图像列表</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键一览</translation>
    </message>
    <message>
        <source>Keys follow the pointer</source>
        <translation>按键跟随指针</translation>
    </message>
    <message>
        <source>Labels and classes</source>
        <translation>标签和类别</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Less contrast</source>
        <translation>降低对比度</translation>
    </message>
    <message>
        <source>More contrast</source>
        <translation>提高对比度</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一张图像</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Next object under the pointer</source>
        <translation>指针下的下一个对象</translation>
    </message>
    <message>
        <source>Next page of the file</source>
        <translation>文件的下一页</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Next unreviewed image</source>
        <translation>下一张未审核图像</translation>
    </message>
    <message>
        <source>Nothing on this image</source>
        <translation>此图像无目标</translation>
    </message>
    <message>
        <source>Nudge down</source>
        <translation>向下微移</translation>
    </message>
    <message>
        <source>Nudge down by ten</source>
        <translation>向下微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge left</source>
        <translation>向左微移</translation>
    </message>
    <message>
        <source>Nudge left by ten</source>
        <translation>向左微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge right</source>
        <translation>向右微移</translation>
    </message>
    <message>
        <source>Nudge right by ten</source>
        <translation>向右微移 10 像素</translation>
    </message>
    <message>
        <source>Nudge up</source>
        <translation>向上微移</translation>
    </message>
    <message>
        <source>Nudge up by ten</source>
        <translation>向上微移 10 像素</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Paste label</source>
        <translation>粘贴标签</translation>
    </message>
    <message>
        <source>Pixel grid</source>
        <translation>像素网格</translation>
    </message>
    <message>
        <source>Point: visible, hidden, absent</source>
        <translation>关键点：可见、遮挡、不存在</translation>
    </message>
    <message>
        <source>Predict this image</source>
        <translation>预测此图像</translation>
    </message>
    <message>
        <source>Predict…</source>
        <translation>预测…</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>上一张图像</translation>
    </message>
    <message>
        <source>Previous label</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Previous page of the file</source>
        <translation>文件的上一页</translation>
    </message>
    <message>
        <source>Previous unreviewed image</source>
        <translation>上一张未审核图像</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reject: false</source>
        <translation>拒绝：误检</translation>
    </message>
    <message>
        <source>Reject: fix later</source>
        <translation>拒绝：稍后修正</translation>
    </message>
    <message>
        <source>Reopen image</source>
        <translation>重新打开图像</translation>
    </message>
    <message>
        <source>Select all labels</source>
        <translation>选择所有标签</translation>
    </message>
    <message>
        <source>Select and edit</source>
        <translation>选择和编辑</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Show confidence</source>
        <translation>显示置信度</translation>
    </message>
    <message>
        <source>Show fewer proposals</source>
        <translation>减少显示的候选</translation>
    </message>
    <message>
        <source>Show labels</source>
        <translation>显示标签</translation>
    </message>
    <message>
        <source>Show more proposals</source>
        <translation>增加显示的候选</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Show the picture as it is</source>
        <translation>按原样显示图像</translation>
    </message>
    <message>
        <source>Simplify the polygon</source>
        <translation>简化多边形</translation>
    </message>
    <message>
        <source>Sources…</source>
        <translation>数据源…</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Turn left by 15°</source>
        <translation>向左旋转 15°</translation>
    </message>
    <message>
        <source>Turn left by 1°</source>
        <translation>向左旋转 1°</translation>
    </message>
    <message>
        <source>Turn right by 15°</source>
        <translation>向右旋转 15°</translation>
    </message>
    <message>
        <source>Turn right by 1°</source>
        <translation>向右旋转 1°</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unfold what lies on each other</source>
        <translation>展开重叠的对象</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>版本列表…</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>假如…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>compared</name>
    <message>
        <source>fewer</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>in both</source>
        <translation>两者都有</translation>
    </message>
    <message>
        <source>more</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>real and verified</source>
        <translation>真实且已验证</translation>
    </message>
</context>
<context>
    <name>composition</name>
    <message>
        <source>Decided in the window, of the real and verified images</source>
        <translation>真实且已验证的图像中在窗口里判定的占比</translation>
    </message>
    <message>
        <source>Depth of the models behind unverified labels</source>
        <translation>未验证标签所依据模型的深度</translation>
    </message>
    <message>
        <source>Errors that every reviewer surely catches</source>
        <translation>每位审核人确定能发现的错误</translation>
    </message>
    <message>
        <source>Fresh human work, of what is new since the parent</source>
        <translation>父版本之后新增部分中的新人工工作</translation>
    </message>
    <message>
        <source>Hard floor by objects</source>
        <translation>按对象数的硬性下限</translation>
    </message>
    <message>
        <source>Hard floor of that share</source>
        <translation>该占比的硬性下限</translation>
    </message>
    <message>
        <source>Images in more than one split</source>
        <translation>出现在多个划分中的图像</translation>
    </message>
    <message>
        <source>Real and verified within each class, the rarest apart</source>
        <translation>每个类别中真实且已验证的占比（最稀有的除外）</translation>
    </message>
    <message>
        <source>Real and verified, of all training images</source>
        <translation>训练图像中真实且已验证的占比</translation>
    </message>
    <message>
        <source>Real and verified, of all training objects</source>
        <translation>训练对象中真实且已验证的占比</translation>
    </message>
    <message>
        <source>Unverified images in val, test and gold</source>
        <translation>val、test 和金标中未验证的图像</translation>
    </message>
    <message>
        <source>Verified objects of rare classes lost since the parent</source>
        <translation>父版本之后丢失的稀有类别已验证对象</translation>
    </message>
    <message>
        <source>Verified training images of the parent that are missing</source>
        <translation>父版本中有而现在缺少的已验证训练图像</translation>
    </message>
    <message>
        <source>belongs together with images of another split</source>
        <translation>与另一划分的图像同组</translation>
    </message>
    <message>
        <source>labels of a model that is too deep</source>
        <translation>模型过深的标签</translation>
    </message>
    <message>
        <source>put in val or test by the publisher and not verified</source>
        <translation>发布者将其放入 val 或 test，且尚未验证</translation>
    </message>
</context>
<context>
    <name>demands</name>
    <message>
        <source>as by images</source>
        <translation>与按图像相同</translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>take none</source>
        <translation>不采用</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>It is written down in {file}.</source>
        <translation>详情已写入 {file}。</translation>
    </message>
    <message>
        <source>Something went wrong in the program ({kind}); your decisions are saved.</source>
        <translation>程序出现错误（{kind}）；您的决定已保存。</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>import + {said}</source>
        <translation>导入 + {said}</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>accepted a proposal</source>
        <translation>接受候选</translation>
    </message>
    <message>
        <source>added a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>added a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>added a source</source>
        <translation>添加数据源</translation>
    </message>
    <message>
        <source>answered a honeypot</source>
        <translation>回答蜜罐</translation>
    </message>
    <message>
        <source>assigned images to splits</source>
        <translation>将图像分配到划分</translation>
    </message>
    <message>
        <source>changed a label</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>changed a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>changed the origin</source>
        <translation>更改来源</translation>
    </message>
    <message>
        <source>cleared a flag</source>
        <translation>清除存疑标记</translation>
    </message>
    <message>
        <source>completed a blind image and saw its predictions</source>
        <translation>完成盲标图像并查看预测</translation>
    </message>
    <message>
        <source>corrected a proposal</source>
        <translation>修正候选</translation>
    </message>
    <message>
        <source>created the project</source>
        <translation>创建项目</translation>
    </message>
    <message>
        <source>described a version</source>
        <translation>描述了版本</translation>
    </message>
    <message>
        <source>drew a label</source>
        <translation>绘制标签</translation>
    </message>
    <message>
        <source>evaluated models</source>
        <translation>评估模型</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>标记存疑</translation>
    </message>
    <message>
        <source>gave an image its class</source>
        <translation>指定图像类别</translation>
    </message>
    <message>
        <source>imported labels</source>
        <translation>导入标签</translation>
    </message>
    <message>
        <source>kept a label against a model</source>
        <translation>坚持标签而非模型</translation>
    </message>
    <message>
        <source>looked at image files</source>
        <translation>检查图像文件</translation>
    </message>
    <message>
        <source>made a program's suggestion a label</source>
        <translation>将程序的建议转为标签</translation>
    </message>
    <message>
        <source>marked an image complete</source>
        <translation>将图像标为完成</translation>
    </message>
    <message>
        <source>marked an image complete and empty</source>
        <translation>将图像标为完成（无目标）</translation>
    </message>
    <message>
        <source>merged two classes</source>
        <translation>合并类别</translation>
    </message>
    <message>
        <source>put a program's suggestion away</source>
        <translation>收起程序的建议</translation>
    </message>
    <message>
        <source>put a publisher's splits aside</source>
        <translation>不再采用发布者的划分</translation>
    </message>
    <message>
        <source>recorded predictions</source>
        <translation>记录预测</translation>
    </message>
    <message>
        <source>redid an operation</source>
        <translation>重做操作</translation>
    </message>
    <message>
        <source>rejected a proposal</source>
        <translation>拒绝候选</translation>
    </message>
    <message>
        <source>rejected a proposal, to be fixed later</source>
        <translation>拒绝候选（稍后修正）</translation>
    </message>
    <message>
        <source>released images from gold</source>
        <translation>移出金标</translation>
    </message>
    <message>
        <source>relocated a source</source>
        <translation>重新定位数据源</translation>
    </message>
    <message>
        <source>removed a label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>removed images</source>
        <translation>移除图像</translation>
    </message>
    <message>
        <source>renamed a class</source>
        <translation>重命名类别</translation>
    </message>
    <message>
        <source>reopened an image</source>
        <translation>重新打开图像</translation>
    </message>
    <message>
        <source>reserved images for gold</source>
        <translation>留作金标</translation>
    </message>
    <message>
        <source>said that decisions were a program's</source>
        <translation>声明决定出自程序</translation>
    </message>
    <message>
        <source>settled a difference on a blind image</source>
        <translation>解决盲标图像上的差异</translation>
    </message>
    <message>
        <source>started a run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>suggested something</source>
        <translation>提出建议</translation>
    </message>
    <message>
        <source>took a model's side</source>
        <translation>采纳模型的结果</translation>
    </message>
    <message>
        <source>took frames out of a video</source>
        <translation>从视频提取帧</translation>
    </message>
    <message>
        <source>took responsibility for a file of lines</source>
        <translation>对一个行文件承担责任</translation>
    </message>
    <message>
        <source>trained a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>undid an operation</source>
        <translation>撤销操作</translation>
    </message>
    <message>
        <source>vouched for imported labels</source>
        <translation>担保导入的标签</translation>
    </message>
    <message>
        <source>was given a blind image</source>
        <translation>分配盲标图像</translation>
    </message>
    <message>
        <source>was shown a honeypot</source>
        <translation>显示蜜罐</translation>
    </message>
    <message>
        <source>wrote a version</source>
        <translation>写出版本</translation>
    </message>
</context>
<context>
    <name>picture</name>
    <message>
        <source>gold set</source>
        <translation>金标集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>val</source>
        <translation>val</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>1 image left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>为达到占比排除 1 张；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>1 label file belongs to no picture: {names}.</source>
        <translation>1 个标签文件没有对应的图像：{names}。</translation>
    </message>
    <message>
        <source>1 label is attested.</source>
        <translation>1 个标签已担保。</translation>
    </message>
    <message>
        <source>1 picture has no label file: {names}.</source>
        <translation>1 张图像没有标签文件：{names}。</translation>
    </message>
    <message>
        <source>1 picture that is listed is not there: {names}.</source>
        <translation>列表中有 1 张图像不存在：{names}。</translation>
    </message>
    <message>
        <source>1 rejected to be fixed later; settle it first.</source>
        <translation>有 1 个稍后修正项；请先处理。</translation>
    </message>
    <message>
        <source>1 verified label is on this image; remove it first if there is nothing on it.</source>
        <translation>此图像上有 1 个已验证标签；若确无目标请先删除。</translation>
    </message>
    <message>
        <source>A box needs at least one pixel either way inside the image.</source>
        <translation>边框在图像内的宽高至少各为 1 像素。</translation>
    </message>
    <message>
        <source>Add and verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>再添加并核实一张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images to keep all {all}.</source>
        <translation>再添加并验证 {n} 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add and verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>再添加并核实 {n} 张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Add real images and review them: a dataset needs real, human-verified data.</source>
        <translation>请添加真实图像并审核：数据集需要真实且经人工验证的数据。</translation>
    </message>
    <message>
        <source>Add, review and complete 1 more real image, to be ready to export.</source>
        <translation>要准备好导出，请再添加、审核并完成 1 张真实图像。</translation>
    </message>
    <message>
        <source>Add, review and complete {n} more real images, to be ready to export.</source>
        <translation>要准备好导出，请再添加、审核并完成 {n} 张真实图像。</translation>
    </message>
    <message>
        <source>Added {n} images, {objects} labels.</source>
        <translation>已添加 {n} 张图像、{objects} 个标签。</translation>
    </message>
    <message>
        <source>Added {n} images, {objects} labels; {known} were known.</source>
        <translation>已添加 {n} 张图像、{objects} 个标签；{known} 张已知。</translation>
    </message>
    <message>
        <source>Added {n} images.</source>
        <translation>已添加 {n} 张图像。</translation>
    </message>
    <message>
        <source>Added {n} images; {known} were known.</source>
        <translation>已添加 {n} 张图像；{known} 张此前已有。</translation>
    </message>
    <message>
        <source>An outline needs an area of at least one pixel inside the image.</source>
        <translation>轮廓在图像内的面积至少为 1 像素。</translation>
    </message>
    <message>
        <source>Bands hold nine in ten of {runs} runs.</source>
        <translation>色带包含 {runs} 次模拟中的九成。</translation>
    </message>
    <message>
        <source>Every generation has {size} objects, {share} of them drawn from the labels that people verified.</source>
        <translation>每一代有 {size} 个对象，其中 {share} 取自人工核实的标签。</translation>
    </message>
    <message>
        <source>Every image of this project has a class; none can be empty.</source>
        <translation>此项目的每张图像都有类别；不能标为无目标。</translation>
    </message>
    <message>
        <source>Give this image a class first: press its number, or C to find it by name.</source>
        <translation>请先指定图像类别：按其编号，或按 C 按名称查找。</translation>
    </message>
    <message>
        <source>Images of unknown origin: {n}. Say under Project › Sources which are real; then review them.</source>
        <translation>来源未知的图像：{n} 张。请在“项目 › 数据源”中指明哪些是真实的，然后审核它们。</translation>
    </message>
    <message>
        <source>Left aside: {names}.</source>
        <translation>未导入的内容：{names}。</translation>
    </message>
    <message>
        <source>Looked at {n} images: {found} predictions.</source>
        <translation>已查看 {n} 张图像：{found} 个预测。</translation>
    </message>
    <message>
        <source>Looked at {n} images: {found} predictions; {known} were seen by this model before.</source>
        <translation>已查看 {n} 张图像：{found} 个预测；{known} 张此模型曾看过。</translation>
    </message>
    <message>
        <source>No number of verified images would keep them all; lower the share or remove what is not real.</source>
        <translation>验证再多图像也无法全部保留；请降低占比或移除非真实图像。</translation>
    </message>
    <message>
        <source>No recall was measured yet: reserve gold images, verify them, and run `verify-app evaluate` first.</source>
        <translation>尚未测量召回率：请先预留并验证金标图像，然后运行 `verify-app evaluate`。</translation>
    </message>
    <message>
        <source>Not measured, taken as the average of {average}: {names}.</source>
        <translation>未测量，按平均值 {average} 计：{names}。</translation>
    </message>
    <message>
        <source>Nothing can be decided on this image: {why}</source>
        <translation>无法对此图像作出决定：{why}</translation>
    </message>
    <message>
        <source>Nothing can be decided on {name}: {why}</source>
        <translation>无法对 {name} 作出决定：{why}</translation>
    </message>
    <message>
        <source>Nothing is labelled here. If there is nothing on this image, press Shift+Space (empty).</source>
        <translation>此处没有标签。若图像上确无目标，请按 Shift+Space（无目标）。</translation>
    </message>
    <message>
        <source>Nothing is left out for the share; {share} of {n} images in train real and verified.</source>
        <translation>无需为占比排除图像；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; flag this one instead.</source>
        <translation>只有模型预测的对象才能“稍后修正”；请改为标记存疑。</translation>
    </message>
    <message>
        <source>Only what a model predicted can be rejected to be fixed later; put a suggestion away instead.</source>
        <translation>只有模型预测的对象才能“稍后修正”；对建议请改为收起。</translation>
    </message>
    <message>
        <source>Project › Export dataset says what a version would hold, and what to verify for more.</source>
        <translation>“项目 › 导出数据集”会说明版本将包含什么，以及还要验证什么。</translation>
    </message>
    <message>
        <source>Ready to export.</source>
        <translation>可以导出。</translation>
    </message>
    <message>
        <source>Ready to export; {n} more real images can be verified.</source>
        <translation>可以导出；还有 {n} 张真实图像可供验证。</translation>
    </message>
    <message>
        <source>Recall stays as measured; in truth it falls as a class gets rarer, so that rare classes go sooner.</source>
        <translation>召回率保持实测值；实际上类别越稀少召回率越低，因此稀有类别会更早消失。</translation>
    </message>
    <message>
        <source>Review and complete 1 more real image, to be ready to export.</source>
        <translation>要准备好导出，请再审核并完成 1 张真实图像。</translation>
    </message>
    <message>
        <source>Review and complete more real images: there is none for {splits} yet.</source>
        <translation>请继续审核并完成真实图像：{splits} 还没有图像。</translation>
    </message>
    <message>
        <source>Review and complete real images; {n} to go.</source>
        <translation>请审核并完成真实图像；还有 {n} 张待处理。</translation>
    </message>
    <message>
        <source>Review and complete {n} more real images, to be ready to export.</source>
        <translation>要准备好导出，请再审核并完成 {n} 张真实图像。</translation>
    </message>
    <message>
        <source>Skipped {n}:</source>
        <translation>跳过 {n} 项：</translation>
    </message>
    <message>
        <source>The file is missing; put it back or relocate its source.</source>
        <translation>文件缺失；请放回原处或重新定位数据源。</translation>
    </message>
    <message>
        <source>The label files in {path} are DOTA's: add them as such (--labels dota; in the window: Bring in).</source>
        <translation>{path} 中的标签文件是 DOTA 格式：请按 DOTA 添加（--labels dota；在窗口中：“导入内容”）。</translation>
    </message>
    <message>
        <source>The others are labels of the generation before, each found again with the recall measured for its class, and drawn up to the same number; a model invents nothing and confuses no classes.</source>
        <translation>其余是上一代的标签，各按其类别实测的召回率被重新找到，并补足到相同数量；模型不会凭空添加，也不会混淆类别。</translation>
    </message>
    <message>
        <source>The sample project is in {folder}.</source>
        <translation>示例项目位于 {folder}。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free.</source>
        <translation>版本需要 {need}，可用 {free}。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs none.</source>
        <translation>版本需要 {need}，可用 {free}；链接到数据源（`--link`）则不占空间。</translation>
    </message>
    <message>
        <source>The version needs {need}, {free} free; `--link` needs {links}.</source>
        <translation>版本需要 {need}，可用 {free}；链接到数据源（`--link`）只需 {links}。</translation>
    </message>
    <message>
        <source>There are no label files in {path}. If its folders are classes, they are labels of whole images: for a project of that task (classify).</source>
        <translation>{path} 中没有标签文件。如果其文件夹表示类别，则它们是整幅图像的标签：请添加到该任务（classify）的项目中。</translation>
    </message>
    <message>
        <source>There are no labels in {path} that this program knows; if there are some, name their format (--labels; in the window: Bring in).</source>
        <translation>{path} 中没有本程序认识的标签；如果有，请指定其格式（--labels；在窗口中：“导入内容”）。</translation>
    </message>
    <message>
        <source>There is no YOLO label file (.txt) for the pictures in {path}. Add the folder that holds both, or the pictures alone (--labels none; in the window: Images only).</source>
        <translation>{path} 中的图像没有 YOLO 标签文件（.txt）。请添加同时包含两者的文件夹，或只添加图像（--labels none；在窗口中：“仅图像”）。</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>没有文件或文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only 1 label file; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} 中没有图像，只有 1 个标签文件；请指定图像所在的文件夹（--images；在窗口中：“图像位置”）。</translation>
    </message>
    <message>
        <source>There is no picture in {path}, only {n} label files; say in which folder their pictures are (--images; in the window: Images are in).</source>
        <translation>{path} 中没有图像，只有 {n} 个标签文件；请指定图像所在的文件夹（--images；在窗口中：“图像位置”）。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again (not among the candidates: {others}).</source>
        <translation>{splits} 没有真实且已验证的图像，即使排除未验证图像也无法满足策略；请{advice}，标为完成后再导出（未列入候选：{others}）。</translation>
    </message>
    <message>
        <source>There is no real-verified image for {splits}, so the policy cannot be met even without unverified images; {advice}, complete, and export again.</source>
        <translation>{splits} 没有真实且已验证的图像，即使排除未验证图像也无法满足策略；请{advice}，标为完成后再导出。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s left to undo.</source>
        <translation>{name} 没有可撤销的操作了。</translation>
    </message>
    <message>
        <source>There is nothing of {name}'s to redo.</source>
        <translation>{name} 没有可重做的操作。</translation>
    </message>
    <message>
        <source>This image is flagged as unsure; clear the flag (U) before you complete it.</source>
        <translation>此图像被标记为存疑；完成前请先清除标记（U）。</translation>
    </message>
    <message>
        <source>This image is not complete, so there is nothing to reopen.</source>
        <translation>此图像尚未完成，无需重新打开。</translation>
    </message>
    <message>
        <source>This image is not in the project any more.</source>
        <translation>此图像已不在项目中。</translation>
    </message>
    <message>
        <source>This is a simulation of counts of labels, not a forecast: no model is trained.</source>
        <translation>这是对标签数量的模拟，并非预测：不训练任何模型。</translation>
    </message>
    <message>
        <source>This object is not on the image any more; look again.</source>
        <translation>此对象已不在图像上；请再看一遍。</translation>
    </message>
    <message>
        <source>This suggestion is not on the image any more; look again.</source>
        <translation>图像上已没有这条建议；请再看一次。</translation>
    </message>
    <message>
        <source>Verify 1 more real image to keep all {all}.</source>
        <translation>再验证 1 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify 1 more real image with {hold} to keep all {all}.</source>
        <translation>再核实一张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more to keep all {all}.</source>
        <translation>核实余下的 {n} 张真实图像，并再添加 {more} 张，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify the {n} real images that are left and add {more} more with {hold} to keep all {all}.</source>
        <translation>核实余下的 {n} 张真实图像，并再添加 {more} 张（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify {n} more real images to keep all {all}.</source>
        <translation>再验证 {n} 张真实图像，即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>Verify {n} more real images with {hold} to keep all {all}.</source>
        <translation>再核实 {n} 张真实图像（{hold}），即可保留全部 {all} 张。</translation>
    </message>
    <message>
        <source>about {objects} objects</source>
        <translation>约 {objects} 个对象</translation>
    </message>
    <message>
        <source>about {objects} objects, {which}</source>
        <translation>约 {objects} 个对象，{which}</translation>
    </message>
    <message>
        <source>add and verify {n} more real images</source>
        <translation>再添加并验证 {n} 张真实图像</translation>
    </message>
    <message>
        <source>train and val</source>
        <translation>train 和 val</translation>
    </message>
    <message>
        <source>verify 1 more real image</source>
        <translation>再验证 1 张真实图像</translation>
    </message>
    <message>
        <source>verify {n} more real images</source>
        <translation>再验证 {n} 张真实图像</translation>
    </message>
    <message>
        <source>{name} was changed on disk since it was looked at; nothing was decided. Look again.</source>
        <translation>{name} 在看过之后在磁盘上被更改；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>{name} was shown as it is not any more; nothing was decided. Look again.</source>
        <translation>{name} 显示的内容与现在不同；未作任何决定。请再看一遍。</translation>
    </message>
    <message>
        <source>{n} blind and not settled</source>
        <translation>盲审未解决 {n} 张</translation>
    </message>
    <message>
        <source>{n} flagged</source>
        <translation>已标记存疑 {n} 张</translation>
    </message>
    <message>
        <source>{n} label files belong to no picture: {names}.</source>
        <translation>{n} 个标签文件没有对应的图像：{names}。</translation>
    </message>
    <message>
        <source>{n} labels are attested.</source>
        <translation>{n} 个标签已担保。</translation>
    </message>
    <message>
        <source>{n} missing</source>
        <translation>文件缺失 {n} 张</translation>
    </message>
    <message>
        <source>{n} not complete</source>
        <translation>未完成 {n} 张</translation>
    </message>
    <message>
        <source>{n} of them with {name}</source>
        <translation>其中 {n} 张含 {name}</translation>
    </message>
    <message>
        <source>{n} of them with {name}, {others}</source>
        <translation>其中 {n} 张含 {name}，{others}</translation>
    </message>
    <message>
        <source>{n} pictures have no label file: {names}.</source>
        <translation>{n} 张图像没有标签文件：{names}。</translation>
    </message>
    <message>
        <source>{n} pictures that are listed are not there: {names}.</source>
        <translation>列表中有 {n} 张图像不存在：{names}。</translation>
    </message>
    <message>
        <source>{n} rejected to be fixed later; settle them first.</source>
        <translation>有 {n} 个稍后修正项；请先处理。</translation>
    </message>
    <message>
        <source>{n} stale</source>
        <translation>需重新查看 {n} 张</translation>
    </message>
    <message>
        <source>{n} unreviewed</source>
        <translation>未审核 {n} 张</translation>
    </message>
    <message>
        <source>{n} verified labels are on this image; remove them first if there is nothing on it.</source>
        <translation>此图像上有 {n} 个已验证标签；若确无目标请先删除。</translation>
    </message>
    <message>
        <source>{out} images left out to reach it; {share} of {n} images in train real and verified.</source>
        <translation>为达到占比排除 {out} 张；训练集 {n} 张图像中 {share} 真实且已验证。</translation>
    </message>
    <message>
        <source>{path} is in no format that this program knows; name it (--labels; in the window: Bring in).</source>
        <translation>{path} 不是本程序认识的格式；请指定格式（--labels；在窗口中：“导入内容”）。</translation>
    </message>
</context>
<context>
    <name>tools</name>
    <message>
        <source>An outline keeps three corners. [reject] rejects the whole object.</source>
        <translation>轮廓至少保留三个顶点。按 [reject] 拒绝整个对象。</translation>
    </message>
    <message>
        <source>An outline needs three corners or more.</source>
        <translation>轮廓至少需要三个顶点。</translation>
    </message>
    <message>
        <source>Click corner after corner, or drag with Shift. Enter closes, Backspace takes one back.</source>
        <translation>逐个单击顶点，或按住 Shift 拖动。Enter 闭合，Backspace 退回一个。</translation>
    </message>
    <message>
        <source>Drag a box round the object, then click its points one by one. S: absent, O: occluded.</source>
        <translation>拖出包围对象的框，再逐个单击关键点。S：不存在，O：遮挡。</translation>
    </message>
    <message>
        <source>Drag a box. With Shift held at its end, another one follows.</source>
        <translation>拖动画框。结束时按住 Shift 可继续画下一个。</translation>
    </message>
    <message>
        <source>Drag along one side of the object, then click as far as it reaches.</source>
        <translation>沿对象的一边拖动，再单击其另一侧边缘。</translation>
    </message>
    <message>
        <source>Draw the further part of the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>绘制选中对象的另一部分。Enter 闭合，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>Draw the hole in the selected object. Enter closes it, [cancel] gives up.</source>
        <translation>在选中对象中绘制孔洞。Enter 闭合，[cancel] 放弃。</translation>
    </message>
    <message>
        <source>First drag a box round the object.</source>
        <translation>请先拖出包围对象的框。</translation>
    </message>
    <message>
        <source>Next: {name} ({n} of {count}). S: absent, O: occluded, Enter: done.</source>
        <translation>下一个：{name}（{n} / {count}）。S：不存在，O：遮挡，Enter：完成。</translation>
    </message>
    <message>
        <source>Nothing would be left of the object; nothing was cut.</source>
        <translation>对象将不复存在；未作裁切。</translation>
    </message>
    <message>
        <source>That outline has no area; nothing was drawn.</source>
        <translation>该轮廓没有面积；未绘制。</translation>
    </message>
    <message>
        <source>The outline crossed itself and was mended.</source>
        <translation>轮廓自相交，已修复。</translation>
    </message>
    <message>
        <source>Verified by {who}. [edit_label] edits it.</source>
        <translation>已由 {who} 验证。按 [edit_label] 编辑。</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>occluded</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>可见</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>1 object here, about {expected} on images near it</source>
        <translation>此处只有 1 个对象，相邻图像约 {expected} 个</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按发现顺序</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>已担保</translation>
    </message>
    <message>
        <source>boxes (detect)</source>
        <translation>边框 (detect)</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>complete and empty</source>
        <translation>已完成（无目标）</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>disagreement first</source>
        <translation>分歧优先</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>手工绘制</translation>
    </message>
    <message>
        <source>drawn at random</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>drawn blind</source>
        <translation>盲标绘制</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>评估用</translation>
    </message>
    <message>
        <source>flagged as unsure</source>
        <translation>已标记为存疑</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>金标</translation>
    </message>
    <message>
        <source>gold: models are measured on it and never trained on it</source>
        <translation>gold：只用于评测模型，从不用于训练</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>likely omissions first</source>
        <translation>可能遗漏的优先</translation>
    </message>
    <message>
        <source>may hold {name}, which is rare</source>
        <translation>可能含有罕见的 {name}</translation>
    </message>
    <message>
        <source>missing file</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <source>mixed order</source>
        <translation>混合顺序</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新优先</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>oriented boxes (obb)</source>
        <translation>旋转框 (obb)</translation>
    </message>
    <message>
        <source>outlines (segment)</source>
        <translation>轮廓 (segment)</translation>
    </message>
    <message>
        <source>points of a skeleton (pose)</source>
        <translation>骨架关键点 (pose)</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>proposals, whatever their confidence: {n}</source>
        <translation>候选（不论置信度）：{n} 个</translation>
    </message>
    <message>
        <source>rare classes first</source>
        <translation>罕见类别优先</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>something is hidden at {conf}</source>
        <translation>有置信度 {conf} 的隐藏候选</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>需复查</translation>
    </message>
    <message>
        <source>stale: changed since it was verified</source>
        <translation>需复查: 验证后文件已更改</translation>
    </message>
    <message>
        <source>suggested by {name}</source>
        <translation>由 {name} 建议</translation>
    </message>
    <message>
        <source>suggestion of a program</source>
        <translation>程序的建议</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>the model is unsure: {conf}</source>
        <translation>模型不确定：{conf}</translation>
    </message>
    <message>
        <source>the newest run and the labels differ</source>
        <translation>最新运行与标签不一致</translation>
    </message>
    <message>
        <source>to be fixed</source>
        <translation>稍后修正</translation>
    </message>
    <message>
        <source>too many for the share</source>
        <translation>超出占比</translation>
    </message>
    <message>
        <source>unknown origin</source>
        <translation>来源未知</translation>
    </message>
    <message>
        <source>unreviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>unsure first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>whole images (classify)</source>
        <translation>整张图像 (classify)</translation>
    </message>
    <message>
        <source>{name}: accept</source>
        <translation>{name}：接受</translation>
    </message>
    <message>
        <source>{name}: complete</source>
        <translation>{name}：完成</translation>
    </message>
    <message>
        <source>{name}: empty</source>
        <translation>{name}：无对象</translation>
    </message>
    <message>
        <source>{name}: fix later</source>
        <translation>{name}：稍后修正</translation>
    </message>
    <message>
        <source>{name}: reject</source>
        <translation>{name}：拒绝</translation>
    </message>
    <message>
        <source>{name}: the label is right</source>
        <translation>{name}：标签正确</translation>
    </message>
    <message>
        <source>{name}: the model is right</source>
        <translation>{name}：模型正确</translation>
    </message>
    <message>
        <source>{objects} objects here, about {expected} on images near it</source>
        <translation>此处 {objects} 个对象，相邻图像约 {expected} 个</translation>
    </message>
</context>
</TS>
