import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vacancies', '0002_plan_tasks'),
    ]

    operations = [
        migrations.RenameModel('StarterLink', 'PlanLink'),
        migrations.RenameModel('HandoverLink', 'VacancyLink'),
        migrations.AddField(
            model_name='planlink',
            name='kind',
            field=models.CharField(choices=[('starter', 'New starter'), ('buddy', 'Buddy')], default='starter', max_length=20, verbose_name='for'),
        ),
        migrations.AddField(
            model_name='vacancylink',
            name='kind',
            field=models.CharField(choices=[('leaver', 'The one who leaves')], default='leaver', max_length=20, verbose_name='for'),
        ),
        migrations.AlterField(
            model_name='vacancylink',
            name='vacancy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='vacancies.vacancy'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='arrives_at',
            field=models.TimeField(blank=True, null=True, verbose_name='time on the first day'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='bring',
            field=models.TextField(blank=True, max_length=1000, verbose_name='what to bring'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='buddy_title',
            field=models.CharField(blank=True, max_length=200, verbose_name='their buddy'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='first_week',
            field=models.TextField(blank=True, max_length=1000, verbose_name='the first week'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='manager_title',
            field=models.CharField(blank=True, max_length=200, verbose_name='their manager'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='met_by',
            field=models.CharField(blank=True, max_length=200, verbose_name='who meets them'),
        ),
        migrations.AddField(
            model_name='inductionplan',
            name='place',
            field=models.CharField(blank=True, max_length=200, verbose_name='where they arrive'),
        ),
    ]
